// A release that is there, held against its own sums, manifest, provenance and archive: every file that is wrong, by name.

import { z } from 'zod';
import { ArchiveError, openArchive } from './archive.ts';
import { archiveFiles } from './assemble.ts';
import { byName, sha256 } from './digest.ts';
import { type Contents, decodeText, mediaTypeOf, names } from './file.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readFacts } from './pdf.ts';
import { statementType } from './provenance.ts';
import { readSums, sumLine } from './sums.ts';
import { readValidation } from './validation.ts';

/** What is wrong with a file of a release. */
export interface Fault {
  readonly file: string;
  /** Reads on after the name: `is not there`. */
  readonly message: string;
}

/** What a check found; without a manifest only its sums could be checked. */
export interface CheckedRelease {
  readonly manifest?: Manifest;
  readonly faults: readonly Fault[];
}

/** Holds a release against itself: its files by path, as they stand in a folder, archive and all, or in its archive. */
export function checkRelease(contents: Contents, kind: 'folder' | 'archive'): CheckedRelease {
  const read = manifestIn(contents);
  const manifest = typeof read === 'string' ? undefined : read;
  const faults = [
    ...(typeof read === 'string' ? [fault(names.manifest, read)] : []),
    ...checkSums(contents, { manifest, kind }),
    ...(manifest ? checkListed(contents, manifest) : []),
    ...(manifest ? checkProvenance(contents, manifest) : []),
    ...(manifest && kind === 'folder' ? checkArchive(contents, manifest) : []),
    ...checkValidation(contents),
  ];
  return { ...(manifest ? { manifest } : {}), faults: once(faults) };
}

/** The differences of a release from what it should be, file by file. */
export function compareContents(found: Contents, expected: Contents): Fault[] {
  const paths = [...new Set([...found.keys(), ...expected.keys()])].toSorted(byName);
  return paths.flatMap(path => {
    const [one, other] = [found.get(path), expected.get(path)];
    if (!other) return [fault(path, 'is not made by a build')];
    if (!one) return [fault(path, 'is not there, and a build makes it')];
    return sameBytes(one, other)
      ? []
      : [fault(path, `is other than a build makes it (from byte ${firstOther(one, other)})`)];
  });
}

function fault(file: string, message: string): Fault {
  return { file, message };
}

function once(faults: readonly Fault[]): Fault[] {
  const byText = new Map(faults.map(one => [`${one.file}\n${one.message}`, one]));
  return [...byText.values()].toSorted((one, other) => byName(one.file, other.file));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function firstOther(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? one.length : at;
}

function manifestIn(contents: Contents): Manifest | string {
  const bytes = contents.get(names.manifest);
  if (!bytes) return 'is not there';
  const read = readManifest(decodeText(bytes));
  return typeof read === 'string' ? `is no manifest of a release: ${read}` : read;
}

/** What stands outside the sums: the sums themselves and, in a folder, what is made of them and what a validator says. */
function isOutside(path: string, { manifest, kind }: Around): boolean {
  if (path === names.sums) return true;
  if (kind === 'archive') return false;
  if (path === names.validation) return true;
  return manifest
    ? path === manifest.archive || path === `${manifest.archive}.sha256`
    : /\.zip(?:\.sha256)?$/.test(path);
}

interface Around {
  readonly manifest: Manifest | undefined;
  readonly kind: 'folder' | 'archive';
}

function checkSums(contents: Contents, around: Around): Fault[] {
  const { manifest } = around;
  const bytes = contents.get(names.sums);
  if (!bytes) return [fault(names.sums, 'is not there')];
  const { digests, wrong } = readSums(decodeText(bytes));
  const expected = manifest && new Set([...manifest.files.map(({ path }) => path), names.manifest, names.provenance]);
  const extra = [...contents.keys()].filter(path => !digests.has(path) && !isOutside(path, around));
  return [
    ...wrong.map(line => fault(names.sums, `has no sum on line ${line}, or one that stands there twice`)),
    ...[...digests].flatMap(([path, digest]) => checkSum(path, digest, contents)),
    ...extra.map(path => fault(path, `is not in ${names.sums}`)),
    ...[...digests.keys()]
      .filter(path => expected && !expected.has(path))
      .map(path => fault(path, `is in ${names.sums} and not in ${names.manifest}`)),
    ...[...(expected ?? [])].filter(path => !digests.has(path)).map(path => fault(path, `is not in ${names.sums}`)),
  ];
}

function checkSum(path: string, digest: string, contents: Contents): Fault[] {
  const content = contents.get(path);
  if (!content) return [fault(path, 'is not there')];
  return sha256(content) === digest ? [] : [fault(path, `has another SHA-256 than ${names.sums} says`)];
}

function checkListed(contents: Contents, manifest: Manifest): Fault[] {
  const { files, publications, version, reportingYear, archive } = manifest;
  const said = new Map(files.map(file => [file.path, file]));
  return [
    ...(said.size === files.length ? [] : [fault(names.manifest, 'lists a file twice')]),
    ...(archive === `jaarcijfers-${reportingYear}-${version}.zip`
      ? []
      : [fault(names.manifest, 'names an archive of another version')]),
    ...files.flatMap(file => checkFile(file, contents.get(file.path))),
    ...publications
      .filter(({ id, pages }) => said.get(`${id}.pdf`)?.pages !== pages)
      .map(({ id }) => fault(names.manifest, `says of ${id} another number of pages than of its PDF`)),
  ];
}

function checkFile(
  { path, size, sha256: digest, mediaType, ...said }: Manifest['files'][number],
  content?: Uint8Array,
): Fault[] {
  if (!content) return [fault(path, 'is not there')];
  const found: string[] = [];
  if (content.length !== size) found.push(`has ${content.length} bytes, and ${names.manifest} says ${size}`);
  if (sha256(content) !== digest) found.push(`has another SHA-256 than ${names.manifest} says`);
  if (mediaTypeOf(path) !== mediaType) found.push(`is called ${mediaType} in ${names.manifest}`);
  if (path.endsWith('.pdf')) found.push(...checkPdf(content, said));
  else if (said.pages !== undefined || said.conformance) found.push(`is no PDF, and ${names.manifest} calls it one`);
  return found.map(message => fault(path, message));
}

function checkPdf(content: Uint8Array, said: Pick<Manifest['files'][number], 'pages' | 'conformance'>): string[] {
  const facts = readFacts(content);
  if (typeof facts === 'string') return [`cannot be read as a PDF: ${facts}`];
  const claimed = said.conformance?.claims.join(', ') ?? 'nothing';
  const claims = facts.claims.join(', ') || 'nothing';
  return [
    ...(facts.pages === said.pages
      ? []
      : [`has ${facts.pages} pages, and ${names.manifest} says ${said.pages ?? 'nothing'}`]),
    ...(claims === claimed ? [] : [`claims ${claims}, and ${names.manifest} says ${claimed}`]),
    ...facts.broken.map(rule => `breaks the rule ${rule} of the inspector`),
  ];
}

const statementSpec = z.object({
  _type: z.literal(statementType),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
  predicate: z.object({
    buildDefinition: z.object({
      externalParameters: z.object({ reportingYear: z.int(), version: z.string() }),
      resolvedDependencies: z.array(z.object({ digest: z.record(z.string(), z.string()).optional() })),
    }),
  }),
});

function checkProvenance(contents: Contents, manifest: Manifest): Fault[] {
  const bytes = contents.get(names.provenance);
  if (!bytes) return [fault(names.provenance, 'is not there')];
  const { data } = statementSpec.safeParse(parse(decodeText(bytes)));
  if (!data) return [fault(names.provenance, 'is no in-toto statement of a release')];
  const { externalParameters, resolvedDependencies } = data.predicate.buildDefinition;
  const commits = resolvedDependencies.flatMap(({ digest }) => digest?.['gitCommit'] ?? []);
  const subjects = new Map(data.subject.map(({ name, digest }) => [name, digest.sha256]));
  const expected = [...manifest.files.map(({ path }) => path), names.manifest];
  const wrong = expected.filter(path => subjects.get(path) !== sha256(contents.get(path) ?? ''));
  const isSame = externalParameters.version === manifest.version && commits.join() === manifest.commit;
  return [
    ...(isSame ? [] : [fault(names.provenance, `speaks of another version or commit than ${names.manifest}`)]),
    ...wrong.map(path => fault(names.provenance, `has another SHA-256 for ${path}, or none`)),
    ...[...subjects.keys()]
      .filter(path => !expected.includes(path))
      .map(path => fault(names.provenance, `speaks of ${path}, which is not in ${names.manifest}`)),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The archive beside the files holds them, and is what a release makes of them. */
function checkArchive(contents: Contents, manifest: Manifest): Fault[] {
  const { archive } = manifest;
  const [bytes, sum] = [contents.get(archive), contents.get(`${archive}.sha256`)];
  if (!bytes) return [fault(archive, 'is not there')];
  const files = [...contents].filter(([path]) => path === names.sums || !isOutside(path, { manifest, kind: 'folder' }));
  const expected = new Map(files);
  const differences = compareArchive(bytes, expected).map(message => fault(archive, message));
  const [remade, remadeSum] = archiveFiles(
    files.map(([path, content]) => ({ path, content })),
    manifest,
  );
  if (differences.length === 0 && remade && !sameBytes(remade.content, bytes))
    differences.push(fault(archive, 'is packed otherwise than a release packs it'));
  if (!sum) return [...differences, fault(`${archive}.sha256`, 'is not there')];
  const isSummed = remadeSum !== undefined && decodeText(sum) === sumLine(sha256(bytes), archive);
  return isSummed ? differences : [...differences, fault(`${archive}.sha256`, 'is not the sum of the archive')];
}

function compareArchive(bytes: Uint8Array, expected: Contents): string[] {
  try {
    const { contents } = openArchive(bytes);
    const paths = [...new Set([...contents.keys(), ...expected.keys()])].toSorted(byName);
    return paths.flatMap(path => {
      const [one, other] = [contents.get(path), expected.get(path)];
      if (!one) return [`does not hold ${path}`];
      if (!other) return [`holds ${path}, which is not beside it`];
      return sameBytes(one, other) ? [] : [`holds another ${path} than the one beside it`];
    });
  } catch (problem) {
    if (problem instanceof ArchiveError) return [`cannot be opened: ${problem.message}`];
    throw problem;
  }
}

function checkValidation(contents: Contents): Fault[] {
  const bytes = contents.get(names.validation);
  if (!bytes) return [];
  const read = readValidation(decodeText(bytes));
  if (!read) return [fault(names.validation, 'does not say what a validator found')];
  const judged = read.files.filter(({ path, sha256: digest }) => sha256(contents.get(path) ?? '') !== digest);
  return judged.map(({ path }) => fault(names.validation, `speaks of another ${path}`));
}
