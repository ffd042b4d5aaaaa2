// Printed publications → a release: what is read of the commit and of the release before it goes into one value.

import { compareEditions } from '../diff/tables.ts';
import type { Edition } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';
import { readEdition } from '../edition/read.ts';
import { differingFiles } from '../edition/tree.ts';
import { assembleRelease, type Release } from '../release/assemble.ts';
import { guardedTables } from '../release/guard.ts';
import type { ReleaseHead } from '../release/head.ts';
import { printedHeadings, printedTitle } from '../release/headings.ts';
import { type NotedPublication, type NotesSource, releaseNotes } from '../release/notes.ts';
import { noteSections, publicationRemarks } from '../release/remarks.ts';
import type { PrintedPublication } from './print.ts';
import { inputsOf, type Program } from './program.ts';
import { publicationFiles } from './published.ts';

/** What a release is compiled from. */
export interface CompileSource {
  readonly head: ReleaseHead;
  readonly printed: readonly PrintedPublication[];
  /** The files of the commit, and of the release before it. */
  readonly files: Files;
  readonly formerFiles?: Files | undefined;
  readonly program: Program;
  readonly node: string;
  /** What the browser says that it is. */
  readonly browser: string;
}

/** The package that the browser comes in. */
const embedded = '@sparticuz/chromium';

/** All files of a release, in memory. */
export function compileRelease({ head, printed, files, formerFiles, program, node, browser }: CompileSource): Release {
  const { digests, lock } = program;
  const version = lock.packages.find(({ name }) => name === embedded)?.version ?? '';
  return assembleRelease({
    ...{ head, node, program: digests, lock, browser: { package: embedded, version, says: browser } },
    inputs: inputsOf(files),
    files: printed.flatMap(publicationFiles),
    publications: printed.map(({ prepared: { publication }, html, pages }) => {
      return { id: publication.id, title: printedTitle(html), date: publication.date, pages };
    }),
    notes: releaseNotes(notesSource({ head, printed, files, formerFiles })),
  });
}

type NotesInput = Pick<CompileSource, 'head' | 'printed' | 'files' | 'formerFiles'>;

function notesSource({ head, printed, files, formerFiles }: NotesInput): NotesSource {
  const old = head.previous && formerFiles ? readEdition(head.reportingYear, formerFiles).value : undefined;
  const now = printed[0]?.prepared.edition;
  const publications = printed.map(one => notedPublication(one, { old, files, formerFiles }));
  if (!old || !now || !formerFiles)
    return { head, publications, gone: [], tables: [], guarded: new Set(), isRestyled: false };
  const isShown = (table: string): boolean =>
    [...old.publications, ...now.publications].some(({ tables }) => tables.includes(table));
  const tables = compareEditions(old, now);
  const left = old.publications.filter(({ id }) => !now.publications.some(one => one.id === id));
  return {
    ...{ head, publications, guarded: guardedTables(tables, old, now) },
    gone: left.map(({ id, title }) => (title.includes('{{') ? id : title)),
    tables: tables.filter(({ table }) => isShown(table)),
    isRestyled: differingFiles(files, formerFiles, 'templates').length > 0,
  };
}

interface Former {
  readonly old: Edition | undefined;
  readonly files: Files;
  readonly formerFiles: Files | undefined;
}

function notedPublication(
  { prepared: { publication, edition }, html, pages }: PrintedPublication,
  { old, files, formerFiles }: Former,
): NotedPublication {
  const before = old?.publications.find(({ id }) => id === publication.id);
  const noted = { title: printedTitle(html), pages, date: publication.date };
  if (!before || !formerFiles) return { ...noted, isNew: old !== undefined, remarks: [], sections: [] };
  const folder = `data/${edition.reportingYear}/${publication.id}`;
  const drawings = differingFiles(files, formerFiles, folder).filter(path => !/\/publication\.yaml$|\.md$/.test(path));
  return {
    ...{ ...noted, isNew: false },
    remarks: publicationRemarks(before, publication, drawings.length),
    sections: noteSections(before, publication, printedHeadings(html)),
  };
}
