// What changed, in sentences: the first thing that a reviewer reads.

import type { StatementWarning, TableChange, TextChange } from '../diff/comparison.ts';
import { capitalise } from '../locale/capital.ts';
import { joinList } from '../locale/list.ts';
import { countOf, type Register, type Registered } from './register.ts';
import { counted, countWord, isOrAre } from './words.ts';

const mostTables = 8;
const mostPages = 6;

/** The comparison in plain Dutch sentences, the most telling first; the first one says how many changes there are. */
export function summarySentences(register: Register): string[] {
  const { comparison, counts, publications } = register;
  const { tables, warnings } = comparison;
  const following = publications.reduce((sum, { following: texts }) => sum + texts.length, 0);
  const shifted = publications.reduce((sum, { shifted: pairs }) => sum + pairs.length, 0);
  const count = counts.all + following + shifted + warnings.length;
  const existence = publications.flatMap(existenceSentence);
  if (count === 0 && existence.length === 0) return ['Er is niets veranderd.', ...scope(register)];
  const first = counts.all === 0 ? 'Geen wijzigingen' : counted(counts.all, 'wijziging', 'wijzigingen');
  return [
    `${capitalise(first)}.`,
    ...warningSentences(warnings),
    ...existence,
    ...tables.slice(0, mostTables).map(table => tableSentence(table, register)),
    ...(tables.length > mostTables ? [moreTables(tables.slice(mostTables))] : []),
    ...publications.flatMap(textSentence),
    ...publications.flatMap(pageSentence),
    ...followingSentence(following, shifted),
    ...scope(register),
  ];
}

function scope({ comparison }: Register): string[] {
  return comparison.hasFigures ? [] : ['Vergeleken zijn alleen de teksten en de bladzijden, niet de tabellen.'];
}

function warningSentences(warnings: readonly StatementWarning[]): string[] {
  const part = (kind: StatementWarning['kind'], words: string): string[] => {
    const count = warnings.filter(one => one.kind === kind).length;
    return count === 0 ? [] : [`${counted(count, 'uitspraak is', 'uitspraken zijn')} ${words}`];
  };
  const parts = [
    ...part('kept', 'niet veranderd, terwijl de cijfers erachter wel veranderden'),
    ...part('changed-alone', 'wel veranderd, terwijl de cijfers erachter gelijk bleven'),
  ];
  return parts.length === 0 ? [] : [`Let op: ${parts.join(', en ')}.`];
}

function existenceSentence({ publication: { kind, title } }: Registered): string[] {
  if (kind === 'both') return [];
  return [`De publicatie “${title}” is ${kind === 'added' ? 'nieuw' : 'vervallen'}.`];
}

/** `In de tabel “Vormen” is één cel veranderd; die staat op vier plaatsen in twee publicaties.` */
function tableSentence(table: TableChange, { hasYears }: Register): string {
  const { kind, year, title, cells } = table;
  const name = `“${title}”${hasYears ? ` van ${year}` : ''}`;
  if (kind !== 'changed') return `De tabel ${name} is ${kind === 'added' ? 'nieuw' : 'vervallen'}.`;
  const parts = [...facetParts(table), ...cellParts(table)];
  const reach = cells.length === 0 ? '' : `; ${reachWords(table)}`;
  return `In de tabel ${name} ${joinList(parts)}${reach}.`;
}

function cellParts({ cells }: TableChange): string[] {
  const isNew = cells.filter(cell => !cell.old).length;
  const isGone = cells.filter(cell => !cell.new).length;
  const isOther = cells.length - isNew - isGone;
  const part = (count: number, verb: string): string[] =>
    count === 0 ? [] : [`${isOrAre(count)} ${counted(count, 'cel', 'cellen')} ${verb}`];
  return [...part(isOther, 'veranderd'), ...part(isNew, 'toegevoegd'), ...part(isGone, 'vervallen')];
}

function facetParts({ facets }: TableChange): string[] {
  if (facets.length === 0) return [];
  if (facets.length > 3) return [`zijn ${countWord(facets.length)} gegevens over de tabel veranderd`];
  const names = joinList(facets.map(({ name }) => (/\d$/.test(name) ? name : `${articleOf(name)} ${name}`)));
  return [`${isOrAre(facets.length)} ${names} veranderd`];
}

function articleOf(name: string): 'de' | 'het' {
  return /^(?:opschrift|telverband|cijfer)/.test(name) ? 'het' : 'de';
}

function reachWords({ cells }: TableChange): string {
  const places = cells.flatMap(({ reach }) => reach);
  const publications = new Set(places.map(({ year, publication }) => `${year} ${publication}`)).size;
  const subject = cells.length === 1 ? 'die staat' : 'die staan';
  if (places.length === 0) return `${subject} in geen enkele publicatie`;
  const where = `${counted(places.length, 'plaats', 'plaatsen')} in ${counted(publications, 'publicatie', 'publicaties')}`;
  return `${subject} ${cells.length === 1 ? '' : 'samen '}op ${where}`;
}

function moreTables(tables: readonly TableChange[]): string {
  const changes = tables.reduce((sum, table) => sum + countOf(table), 0);
  const who = counted(tables.length, 'andere tabel', 'andere tabellen');
  return `In ${who} ${isOrAre(changes)} nog ${counted(changes, 'wijziging', 'wijzigingen')}.`;
}

/** What texts are called together when they changed. */
const kinds = [
  ['changed', 'gewijzigd'],
  ['added', 'toegevoegd'],
  ['removed', 'verwijderd'],
  ['moved', 'verplaatst'],
] as const;

function textSentence({ publication: { kind, title }, written }: Registered): string[] {
  if (written.length === 0 || kind !== 'both') return [];
  const parts = kinds.flatMap(([one, verb]) => {
    const these = written.filter(text => text.kind === one);
    return these.length === 0 ? [] : [`${isOrAre(these.length)} ${textsWords(these)} ${verb}`];
  });
  return [`In de tekst van “${title}” ${joinList(parts)}.`];
}

function textsWords(texts: readonly TextChange[]): string {
  const sections = texts.filter(({ what }) => what === 'section').length;
  const passages = texts.length - sections;
  return joinList([
    ...(passages > 0 ? [counted(passages, ...passageNouns(texts))] : []),
    ...(sections > 0 ? [counted(sections, 'hele paragraaf', 'hele paragrafen')] : []),
  ]);
}

/** Sentences where all are, headings where all are, and else passages. */
function passageNouns(texts: readonly TextChange[]): readonly [one: string, many: string] {
  const what = new Set(texts.filter(text => text.what !== 'section').map(text => text.what));
  if (what.size === 1 && what.has('paragraph')) return ['zin', 'zinnen'];
  return what.size === 1 && what.has('heading') ? ['kop', 'koppen'] : ['passage', 'passages'];
}

function pageSentence({ publication: { kind, title }, pairs }: Registered): string[] {
  if (kind !== 'both') return [];
  const own = pairs.filter(({ isOwn }) => isOwn);
  const [added, removed] = [pairs.filter(one => one.kind === 'added'), pairs.filter(one => one.kind === 'removed')];
  const looks = own.filter(one => one.kind === 'changed');
  const part = (some: typeof own, verb: string): string[] =>
    some.length === 0
      ? []
      : [`${isOrAre(some.length)} ${counted(some.length, 'bladzijde', 'bladzijden')} ${verb}${numbers(some)}`];
  const parts = [
    ...part(added, 'bijgekomen'),
    ...part(removed, 'vervallen'),
    ...part(looks, 'anders getekend of opgemaakt'),
  ];
  return parts.length === 0 ? [] : [`In “${title}” ${joinList(parts)}.`];
}

function numbers(pairs: Registered['pairs']): string {
  const pages = pairs.map(pair => String(pair.new ?? pair.old));
  return pages.length > mostPages ? '' : ` (${pages.length === 1 ? 'bladzijde' : 'bladzijden'} ${joinList(pages)})`;
}

function followingSentence(texts: number, pages: number): string[] {
  const parts = [
    ...(texts > 0 ? [counted(texts, 'andere tekst', 'andere teksten')] : []),
    ...(pages > 0 ? [counted(pages, 'verschoven bladzijde', 'verschoven bladzijden')] : []),
  ];
  if (parts.length === 0) return [];
  const verb = texts + pages === 1 ? 'volgt' : 'volgen';
  return [
    `${capitalise(joinList(parts))} ${verb} alleen uit gewijzigde cijfers, nummers of de plaats van andere tekst.`,
  ];
}
