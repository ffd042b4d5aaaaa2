// The bill of materials: all that the program is made of, in CycloneDX 1.6 (ECMA-424), the same for the same commit.

import { sha256 } from './digest.ts';
import type { ReleaseHead } from './head.ts';
import type { Lock, Package } from './packages.ts';

/** The bill of materials of a release as a value for JSON. */
export function billOf(head: Pick<ReleaseHead, 'commit' | 'moment'>, { program, packages }: Lock): object {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(`${head.commit}\n${JSON.stringify(packages)}`)}`,
    version: 1,
    metadata: {
      timestamp: head.moment.toISOString(),
      component: {
        type: 'application',
        'bom-ref': purlOf(program),
        name: program.name,
        version: program.version,
        ...licencesOf(program),
        purl: purlOf(program),
        properties: [{ name: 'jaarcijfers:commit', value: head.commit }],
      },
    },
    components: packages.map(componentOf),
    dependencies: [program, ...packages].map(one => ({ ref: purlOf(one), dependsOn: one.needs.map(purlOfName) })),
  };
}

function componentOf(one: Package): object {
  const scope = /^(@[^/]+)\/(.+)$/.exec(one.name);
  return {
    type: 'library',
    'bom-ref': purlOf(one),
    ...(scope ? { group: scope[1], name: scope[2] } : { name: one.name }),
    version: one.version,
    ...(one.integrity === undefined ? {} : { hashes: hashesOf(one.integrity) }),
    ...licencesOf(one),
    purl: purlOf(one),
  };
}

/** The package URL (ECMA-427) of a package of npm. */
export function purlOf({ name, version }: Pick<Package, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${encodeURIComponent(version)}`;
}

function purlOfName(named: string): string {
  const at = named.lastIndexOf('@');
  return purlOf({ name: named.slice(0, at), version: named.slice(at + 1) });
}

const algorithms: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** `sha512-<base64>`, one or more, as the hexadecimal digests of CycloneDX. */
function hashesOf(integrity: string): object[] {
  return integrity.split(' ').flatMap(one => {
    const [algorithm = '', digest = ''] = one.split(/-(.*)/s);
    const alg = algorithms[algorithm];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }];
  });
}

/** A single licence by its SPDX id, several as an expression. */
function licencesOf({ licence }: Package): object {
  if (licence === undefined) return {};
  const isOne = /^[\w.+-]+$/.test(licence);
  return { licenses: [isOne ? { license: { id: licence } } : { expression: licence }] };
}

/** A name-based UUID of RFC 9562 (version 8, of a SHA-256). */
function uuidOf(text: string): string {
  const digits = [...sha256(text).slice(0, 32)];
  digits[12] = '8';
  digits[16] = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4] ?? '8';
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
