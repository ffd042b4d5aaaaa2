// Verdicts as lines for people: one for a file and profile, one for each rule that fails, and a conclusion.

import { type Failure, profiles, type Verdict } from '../../src/verapdf/report.ts';

const longestDescription = 120;

/** The lines on one file and profile; `nameOf` gives the file as people know it. */
export function verdictLines(verdict: Verdict, nameOf: (path: string) => string): string[] {
  const { isCompliant, profile, path, problem, failures } = verdict;
  const why = problem ? `: could not be judged: ${problem}` : `: ${count(failures.length, 'rule fails', 'rules fail')}`;
  const head = `${isCompliant ? 'pass' : 'FAIL'}  ${profiles[profile]}  ${nameOf(path)}${isCompliant ? '' : why}`;
  return [head, ...failures.map(failureLine)];
}

/** The last line of a run; it says by itself what passed and what did not. */
export function conclusion(verdicts: readonly Verdict[], nameOf: (path: string) => string): string {
  const failed = verdicts.filter(verdict => !verdict.isCompliant);
  const files = count(new Set(verdicts.map(verdict => verdict.path)).size, 'file', 'files');
  if (failed.length === 0) return `VALID: veraPDF passes ${files} (${titles(verdicts)}).`;
  const byFile = Map.groupBy(failed, verdict => verdict.path);
  const list = [...byFile].map(([path, ones]) => `${nameOf(path)} (${titles(ones)})`).join(', ');
  return `NOT VALID: veraPDF fails ${failed.length} of ${count(verdicts.length, 'judgement', 'judgements')}: ${list}.`;
}

function failureLine({ rule, count: checks, description, first }: Failure): string {
  return `      ${rule.padEnd(14)}${count(checks, 'check', 'checks')}: ${shorten(description)} First: ${placeOf(first.context)}.`;
}

function titles(verdicts: readonly Verdict[]): string {
  return [...new Set(verdicts.map(({ profile }) => profiles[profile]))].join(', ');
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** Its first sentence, ended between two words when it is long; always with a stop. */
function shorten(description: string): string {
  const [sentence = ''] = description.trim().split(/(?<=\w\w\.)\s+(?=[A-Z])/);
  if (sentence.length <= longestDescription) return sentence.replace(/\.?$/, '.');
  return `${sentence.slice(0, longestDescription).replace(/[\s,;:(]+\S*$/, '')}…`;
}

/** veraPDF's path to an object as a place: its page, or the structure elements above it, and the object's number. */
export function placeOf(context: string): string {
  const steps = readSteps(context);
  const number = steps.map(({ object }) => /^\d+ \d+ obj/.exec(object)?.[0]).findLast(found => found);
  const within = number ? ` (${number})` : '';
  const inside = steps.filter(({ name }) => !['root', 'document', 'StructTreeRoot'].includes(name));
  const last = inside.at(-1);
  if (!last) return 'the document';
  const page = inside.find(({ name }) => name === 'pages');
  if (page === last) return `page ${page.index + 1}${within}`;
  if (page) return `page ${page.index + 1}, ${last.name} ${last.index + 1}${within}`;
  const names = inside.map(({ name, object }) => (name === 'K' && object.split(' ').at(-1)) || name);
  return `${names.length > 4 ? '…/' : ''}${names.slice(-4).join('/')}${within}`;
}

/** One step of such a path, as in `K[1](23 0 obj SENonStruct NonStruct)`. */
interface Step {
  readonly name: string;
  /** From 0. */
  readonly index: number;
  /** What stands in brackets. */
  readonly object: string;
}

function readSteps(context: string): Step[] {
  const found = context.matchAll(/(?:^|\/)([\w:]+)(?:\[(\d+)\])?(?:\(([^)]*)\))?/g);
  return [...found].map(([, name = '', index = '0', object = '']) => ({ name, index: Number(index), object }));
}
