// The files of a release by name, and the names that the program itself gives.

/** A file of a release, not yet written. */
export interface ReleaseFile {
  /** From the folder of the release, with forward slashes. */
  readonly path: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** The files of a release that is there, by path. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/** What every release has beside its publications. */
export const names = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  bill: 'sbom.cdx.json',
  provenance: 'provenance.intoto.json',
  notes: 'toelichting-bij-uitgave.md',
  validation: 'validation.json',
} as const;

/** The name of a release's archive without its ending, which is also the folder in it: `jaarcijfers-2023-v2023.1`. */
export function archiveStem({ reportingYear, version }: { reportingYear: number; version: string }): string {
  return `jaarcijfers-${reportingYear}-${version}`;
}

/** A text as the bytes of a file. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A value as the bytes of a JSON file that people can read. */
export function encodeJson(value: unknown): Uint8Array {
  return encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** The text of a file. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

const mediaTypes: readonly (readonly [ending: string, mediaType: string])[] = [
  ['.ledger.json', 'application/json'],
  ['-metadata.json', 'application/csvm+json'],
  ['.cdx.json', 'application/vnd.cyclonedx+json'],
  ['.intoto.json', 'application/vnd.in-toto+json'],
  ['.json', 'application/json'],
  ['.pdf', 'application/pdf'],
  ['.html', 'text/html'],
  ['.csv', 'text/csv'],
  ['.md', 'text/markdown'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/** The media type of a file by its name. */
export function mediaTypeOf(path: string): string {
  return mediaTypes.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream';
}
