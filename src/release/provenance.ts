// Where a release comes from: an in-toto Statement (v1) with the provenance of SLSA (v1), not signed.

import { purlOf } from './bill.ts';
import { byName, sha256 } from './digest.ts';
import type { ReleaseFile } from './file.ts';
import type { Manifest } from './manifest.ts';

/** The type of a statement, and of what this one says. */
export const statementType = 'https://in-toto.io/Statement/v1';
export const predicateType = 'https://slsa.dev/provenance/v1';

/** The statement on all files of a release so far, as a value for JSON. */
export function provenanceOf(files: readonly ReleaseFile[], manifest: Manifest): object {
  const { reportingYear, version, commit, program, embargo, sourceDateEpoch, tools } = manifest;
  const sorted = files.toSorted((one, other) => byName(one.path, other.path));
  return {
    _type: statementType,
    subject: sorted.map(({ path, content }) => ({ name: path, digest: { sha256: sha256(content) } })),
    predicateType,
    predicate: {
      buildDefinition: {
        buildType: 'urn:jaarcijfers:release:1',
        externalParameters: { reportingYear, version, embargoed: embargo !== null, sourceDateEpoch },
        internalParameters: { node: tools.node, browser: tools.browser.says, signature: manifest.signature },
        resolvedDependencies: [
          { name: 'commit', uri: `urn:git:commit:${commit}`, digest: { gitCommit: commit } },
          { name: 'src', digest: { sha256: program.sources } },
          { name: 'package.json', digest: { sha256: program['package.json'] } },
          { name: 'package-lock.json', digest: { sha256: program['package-lock.json'] } },
          ...manifest.inputs.map(({ path, sha256: digest }) => ({ name: path, digest: { sha256: digest } })),
          ...tools.packages.map(dependencyOf),
        ],
      },
      runDetails: {
        builder: { id: 'urn:jaarcijfers:builder:release', version: { jaarcijfers: program.version } },
      },
    },
  };
}

function dependencyOf({ name, version, integrity = '' }: Manifest['tools']['packages'][number]): object {
  const [algorithm = '', digest = ''] = integrity.split(' ')[0]?.split(/-(.*)/s) ?? [];
  const hex = Buffer.from(digest, 'base64').toString('hex');
  return { uri: purlOf({ name, version }), ...(hex === '' ? {} : { digest: { [algorithm]: hex } }) };
}
