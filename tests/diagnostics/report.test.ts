import { expect, test } from 'vitest';
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { formatReport, inOrder, projectPath, toRecord } from '../../src/diagnostics/report.ts';

const plain = { colour: false };

function mistake(place: Partial<Diagnostic['place'] & object> | undefined, message = 'Fout.'): Diagnostic {
  const whole = place && { file: 'a.md', line: 1, column: 1, ...place };
  return { severity: 'error', rule: 'proef', message, hints: ['Doe iets.'], ...(whole ? { place: whole } : {}) };
}

/** What stands above the marks of the only frame in a report. */
function underlined(report: string): string | undefined {
  const lines = report.split('\n');
  const at = lines.findIndex(line => /^\s*\^+$/.test(line));
  const marks = lines[at] ?? '';
  return lines[at - 1]?.slice(marks.indexOf('^'), marks.length);
}

test('a diagnostic is its rule, its message, its place, its line with marks, and its hints', () => {
  const report = formatReport([mistake({ line: 12, column: 5, length: 3, text: 'Een abc.' })], plain);
  expect(report).toBe(
    ['error proef  Fout.', '  a.md:12:5', '  12 | Een abc.', '           ^^^', '  hint: Doe iets.', '', '1 error'].join(
      '\n',
    ),
  );
});

test('tabs before the mark stay tabs, so that it stands under its word', () => {
  const report = formatReport([mistake({ column: 3, length: 1, text: '\t\tx' })], plain);
  expect(report).toContain('1 | \t\tx\n');
  expect(report).toContain('\t\t^');
});

test.each([1, 30, 100, 250, 395])('of a long line a window around column %i is shown', column => {
  const text = Array.from({ length: 80 }, (_, index) => `w${String(index).padStart(3, '0')} `).join('');
  const report = formatReport([mistake({ column, length: 4, text })], plain);
  expect(underlined(report)).toBe(text.slice(column - 1, column + 3));
  for (const line of report.split('\n')) expect(line.length).toBeLessThan(125);
});

test('marks never run past the shown part of a long line', () => {
  const report = formatReport([mistake({ column: 50, length: 900, text: 'x'.repeat(1000) })], plain);
  const [shown = '', marks = ''] = report.split('\n').slice(2, 4);
  expect(marks.length).toBeLessThanOrEqual(shown.length + 1);
});

test('diagnostics come by file, line and column; exact repeats come once; those without a place come first', () => {
  const b = mistake({ file: 'b.md', line: 1 });
  const late = mistake({ line: 10, column: 2 });
  const early = mistake({ line: 2, column: 9 });
  const placeless = mistake(undefined);
  expect(inOrder([b, late, early, late, placeless])).toEqual([placeless, early, late, b]);
});

test('the last line counts each severity', () => {
  const warning: Diagnostic = { ...mistake({ line: 2 }), severity: 'warning' };
  const report = formatReport([mistake({ line: 1 }), mistake({ line: 3 }), warning, warning], plain);
  expect(report.split('\n').at(-1)).toBe('2 errors, 1 warning');
  expect(formatReport([], plain)).toBe('no problems found');
});

test('colour only adds escape codes', () => {
  const diagnostics = [mistake({ text: 'Een abc.', column: 5, length: 3 })];
  const coloured = formatReport(diagnostics, { colour: true });
  expect(coloured).toContain('\u001B[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(formatReport(diagnostics, plain));
});

test('a record says null of what is not known', () => {
  expect(toRecord(mistake(undefined))).toEqual({
    ...{ severity: 'error', rule: 'proef', message: 'Fout.', hints: ['Doe iets.'] },
    ...{ file: null, line: null, column: null, related: [] },
  });
  expect(toRecord(mistake({ line: 3, column: 4 }))).toMatchObject({ file: 'a.md', line: 3, column: 4 });
});

/** A mistake on line 1 that is also about these places, each given by its words, file and line. */
function mistakeElsewhere(...places: readonly (readonly [message: string, file: string, line: number])[]): Diagnostic {
  const related = places.map(([message, file, line]) => ({
    message,
    place: { file, line, column: 2, length: 2, text: `x${line}x` },
  }));
  return { ...mistake({ line: 1, text: 'Hier.' }), related };
}

test('a further place stands between the place and the hints, under its words', () => {
  const report = formatReport([mistakeElsewhere(['het geheel', 'b.yaml', 7])], plain);
  expect(report.split('\n').slice(3, 9)).toEqual([
    ...['      ^', '  note: het geheel', '  b.yaml:7:2', '  7 | x7x', '       ^^', '  hint: Doe iets.'],
  ]);
});

test('neighbours with the same words are lines of one frame, unless they are in different files', () => {
  const places = [['erbij', 'a.md', 2] as const, ['erbij', 'a.md', 3] as const, ['erbij', 'b.md', 4] as const];
  const report = formatReport([mistakeElsewhere(...places, ['het geheel', 'b.md', 5])], plain);
  expect(report.split('\n').slice(4, -3)).toEqual([
    ...['  note: erbij', '  a.md:2:2', '  2 | x2x', '       ^^', '  3 | x3x', '       ^^'],
    ...['  note: erbij', '  b.md:4:2', '  4 | x4x', '       ^^'],
    ...['  note: het geheel', '  b.md:5:2', '  5 | x5x', '       ^^'],
  ]);
});

test('a further place without its line still says where it is', () => {
  const related = [1, 2].map(line => ({ message: 'erbij', place: { file: 'b.md', line, column: 1 } }));
  const report = formatReport([{ ...mistake({}), related }], plain);
  expect(report).toContain('  note: erbij\n  b.md:1:1\n  note: erbij\n  b.md:2:1\n');
});

test('a record has its further places with their words', () => {
  expect(toRecord(mistakeElsewhere(['het geheel', 'b.yaml', 7])).related).toEqual([
    { message: 'het geheel', file: 'b.yaml', line: 7, column: 2 },
  ]);
});

test('only errors stop a publication', () => {
  expect(hasErrors([{ ...mistake({}), severity: 'warning' }])).toBe(false);
  expect(hasErrors([{ ...mistake({}), severity: 'notice' }, mistake({})])).toBe(true);
});

test('paths in reports begin at the project', () => {
  expect(projectPath('/werk/project', '/werk/project/data/2023/edition.yaml')).toBe('data/2023/edition.yaml');
});
