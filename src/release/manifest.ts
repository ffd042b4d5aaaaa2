// The manifest: what a release holds, and all that it was made from and with.

import { z } from 'zod';
import { byName, sha256 } from './digest.ts';
import { archiveStem, type ReleaseFile } from './file.ts';
import type { ReleaseHead } from './head.ts';
import type { Lock } from './packages.ts';
import { readFacts } from './pdf.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const version = z.string().regex(/^v\d{4}\.[1-9]\d{0,5}$/);

const fileSpec = z.strictObject({
  path: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: digest,
  pages: z.int().optional(),
  conformance: z.strictObject({ claims: z.array(z.string()), inspector: z.literal('passed') }).optional(),
});

const packageSpec = z.strictObject({ name: z.string(), version: z.string(), integrity: z.string().optional() });

const manifestSpec = z.strictObject({
  format: z.literal('jaarcijfers-release-1'),
  reportingYear: z.int().min(1000).max(9999),
  version,
  archive: z.string(),
  commit,
  previous: z.strictObject({ version, commit }).nullable(),
  moment: z.iso.datetime(),
  sourceDateEpoch: z.int().nullable(),
  embargo: z.strictObject({ until: z.string(), releasedUnderEmbargo: z.literal(true) }).nullable(),
  signature: z.string(),
  outsideValidation: z.string(),
  publications: z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string(), pages: z.int() })),
  files: z.array(fileSpec),
  inputs: z.array(z.strictObject({ path: z.string(), sha256: digest })),
  program: z.strictObject({
    name: z.string(),
    version: z.string(),
    sources: digest,
    'package.json': digest,
    'package-lock.json': digest,
  }),
  tools: z.strictObject({
    node: z.string(),
    browser: z.strictObject({ package: z.string(), version: z.string(), says: z.string() }),
    fonts: z.array(packageSpec),
    packages: z.array(packageSpec),
  }),
});

/** The content of manifest.json. */
export type Manifest = z.infer<typeof manifestSpec>;

/** Files and digests that a release is made from. */
export type Inputs = Manifest['inputs'];

/** The program as digests: of its sources together, and of the two files that say what it needs. */
export type ProgramDigests = Pick<Manifest['program'], 'sources' | 'package.json' | 'package-lock.json'>;

/** What a manifest is made of. */
export interface ManifestSource {
  readonly head: ReleaseHead;
  readonly publications: Manifest['publications'];
  /** What the manifest lists. */
  readonly files: readonly ReleaseFile[];
  readonly inputs: Inputs;
  readonly program: ProgramDigests;
  readonly lock: Lock;
  readonly node: string;
  readonly browser: Manifest['tools']['browser'];
}

/** The manifest of a release; throws where a PDF of it cannot be read or breaks a rule, which no release has. */
export function manifestOf({
  head,
  publications,
  files,
  inputs,
  program,
  lock,
  node,
  browser,
}: ManifestSource): Manifest {
  const pinned = lock.packages.map(({ name, version, integrity }) => ({
    ...{ name, version },
    ...(integrity === undefined ? {} : { integrity }),
  }));
  return {
    format: 'jaarcijfers-release-1',
    reportingYear: head.reportingYear,
    version: head.version,
    archive: `${archiveStem(head)}.zip`,
    commit: head.commit,
    previous: head.previous ?? null,
    moment: head.moment.toISOString(),
    sourceDateEpoch: head.epoch ?? null,
    embargo: head.embargo === undefined ? null : { until: head.embargo, releasedUnderEmbargo: true },
    signature: 'none: the files of this release are not signed',
    outsideValidation:
      'Whether veraPDF has judged the PDFs depends on the machine, so validation.json says it, outside the sums.',
    publications,
    files: files.toSorted((one, other) => byName(one.path, other.path)).map(fileEntry),
    inputs,
    program: { name: lock.program.name, version: lock.program.version, ...program },
    tools: { node, browser, fonts: pinned.filter(({ name }) => name.startsWith('@fontsource/')), packages: pinned },
  };
}

function fileEntry({ path, mediaType, content }: ReleaseFile): Manifest['files'][number] {
  const entry = { path, mediaType, size: content.length, sha256: sha256(content) };
  if (mediaType !== 'application/pdf') return entry;
  const facts = readFacts(content);
  if (typeof facts === 'string' || facts.broken.length > 0) throw new Error(`${path} was released unread or broken.`);
  return { ...entry, pages: facts.pages, conformance: { claims: [...facts.claims], inspector: 'passed' } };
}

/** Reads a manifest.json; a message says what is wrong with it. */
export function readManifest(text: string): Manifest | string {
  try {
    const { data, error } = manifestSpec.safeParse(JSON.parse(text));
    return data ?? z.prettifyError(error ?? new z.ZodError([])).replace(/\s*\n\s*/g, ' ');
  } catch (problem) {
    if (problem instanceof SyntaxError) return `it is no JSON: ${problem.message}`;
    throw problem;
  }
}

/** The head of a release that is there. */
export function headOf({ embargo, sourceDateEpoch, previous, ...manifest }: Manifest): ReleaseHead {
  return {
    ...{ reportingYear: manifest.reportingYear, version: manifest.version, commit: manifest.commit },
    ...(previous ? { previous } : {}),
    moment: new Date(manifest.moment),
    ...(sourceDateEpoch === null ? {} : { epoch: sourceDateEpoch }),
    ...(embargo ? { embargo: embargo.until } : {}),
  };
}
