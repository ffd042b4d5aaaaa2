// Versions of releases: tags such as v2023.1, v2023.2, counted within a reporting year.

/** A tag and the commit that it names. */
interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** The version of a release, and the release of its year that came before it. */
export interface Versions {
  readonly version: string;
  /** Whether the version is a tag at the commit already. */
  readonly isTagged: boolean;
  readonly previous?: { readonly version: string; readonly commit: string };
}

/** The versions of a year for a commit, from the tags on the way to it. */
export function versionsOf(reportingYear: number, commit: string, tags: readonly Tag[]): Versions {
  const numbered = tags.flatMap(tag => {
    const [, year, number] = /^v(\d{4})\.([1-9]\d{0,5})$/.exec(tag.name) ?? [];
    return Number(year) === reportingYear ? [{ ...tag, number: Number(number) }] : [];
  });
  const sorted = numbered.toSorted((one, other) => other.number - one.number);
  const own = sorted.find(tag => tag.commit === commit);
  const last = sorted.find(tag => tag.commit !== commit);
  const number = own?.number ?? (last?.number ?? 0) + 1;
  return {
    version: `v${reportingYear}.${number}`,
    isTagged: own !== undefined,
    ...(last ? { previous: { version: last.name, commit: last.commit } } : {}),
  };
}
