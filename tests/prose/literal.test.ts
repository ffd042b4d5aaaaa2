import { describe, expect, test } from 'vitest';
import { workOutSmall } from './small.ts';

const sources = new Map([['ind', 'IND, rapport over bedenktijd.']]);
const place = { file: 'data/2023/edition.yaml', line: 4, column: 5 };

function rulesOf(markdown: string): string[] {
  return workOutSmall(markdown, { sources }).diagnostics.map(one => one.rule);
}

describe('asserted', () => {
  test('words print as they were typed, with the quantity they were held against', () => {
    const { text, statements, diagnostics } = workOutSmall('{{"Ruim de helft" (aandeel geslacht "vrouw")}}.');
    expect([text, diagnostics]).toEqual(['Ruim de helft.', []]);
    expect(statements).toMatchObject([
      {
        ...{ form: 'number', ground: 'asserted', verdict: 'holds', text: 'Ruim de helft' },
        expression: '"Ruim de helft" (aandeel geslacht "vrouw")',
        quantity: { measure: 'percentage', cells: [{ row: 'vrouw' }, { row: 'man' }] },
        place: { line: 1, column: 1 },
      },
    ]);
  });

  test('words without a number are a word', () => {
    expect(workOutSmall('{{"Meer" melders "Politie"}}').statements).toMatchObject([
      { form: 'word', ground: 'asserted', verdict: 'holds' },
    ]);
  });

  test('what the tables contradict is printed, reported and marked', () => {
    const { text, statements, diagnostics } = workOutSmall('{{"34%" (groei melders "Politie")}}');
    expect([text, statements[0]?.verdict]).toEqual(['34%', 'fails']);
    expect(diagnostics).toMatchObject([
      { severity: 'error', rule: 'asserted-number', message: 'The text says "34%", and the tables give 33%.' },
    ]);
  });

  test('a number and a word must both hold', () => {
    expect(rulesOf('{{"33% meer" (groei melders "Politie")}}')).toEqual([]);
    expect(rulesOf('{{"33% minder" (groei melders "Politie")}}')).toEqual(['asserted-words']);
    expect(rulesOf('{{"34% meer" (groei melders "Politie")}}')).toEqual(['asserted-number']);
    expect(rulesOf('{{"34% minder" (groei melders "Politie")}}')).toEqual(['asserted-number']);
  });

  test('as many numbers as expressions are held one by one, and else each against all', () => {
    const pair = '(lijst (geslacht "man") (geslacht "vrouw"))';
    expect(rulesOf(`{{"105 en 120" ${pair}}}`)).toEqual([]);
    expect(rulesOf(`{{"120 en 105" ${pair}}}`)).toEqual(['asserted-number']);
    expect(rulesOf(`{{"100" (lijst (geslacht "man" 2022) (geslacht "vrouw" 2022))}}`)).toEqual([]);
    expect(rulesOf(`{{"105" ${pair}}}`)).toEqual(['asserted-number']);
  });

  test('what a highest is meant among may be said', () => {
    const police = '"hoogste" melders "Inspectie"';
    expect(workOutSmall(`{{${police} tussen="jaren"}}`).diagnostics[0]?.message).toMatch(
      /shares the highest place of 5 years/,
    );
    expect(workOutSmall(`{{${police} tussen="groepen"}}`).diagnostics[0]?.message).toMatch(/is the third of 4/);
    expect(workOutSmall('{{"hoogste" melders "Politie" tussen="groepen"}}').diagnostics).toEqual([]);
    expect(workOutSmall(`{{${police} tussen=jaar}}`).diagnostics[0]).toMatchObject({ rule: 'arguments' });
  });

  test('a suppressed cell is not told', () => {
    expect(rulesOf('{{"minder dan vijf" melders "Overige"}}')).toEqual([]);
    expect(rulesOf('{{"vier" melders "Overige"}}')).toEqual(['asserted-number']);
  });

  test('a calculation that failed is reported once', () => {
    expect(rulesOf('{{"33%" (melders "Polite")}}')).toEqual(['unknown-row']);
  });
});

describe('a known difference', () => {
  const difference = { publication: 'verslag', text: 'cijfers', because: 'Zo stond het er.', place };

  test('lets the words stand, with its reason', () => {
    const differences = [{ ...difference, printed: '34%', computed: '33%' }];
    const { statements, diagnostics } = workOutSmall('{{"34%" (groei melders "Politie")}}', { differences });
    expect(diagnostics).toEqual([]);
    expect(statements).toMatchObject([{ verdict: 'waived', because: 'Zo stond het er.', ground: 'asserted' }]);
  });

  test('of another value does not', () => {
    const differences = [{ ...difference, printed: '34%', computed: '32%' }];
    expect(workOutSmall('{{"34%" (groei melders "Politie")}}', { differences }).diagnostics).toHaveLength(1);
  });
});

describe('cited', () => {
  test.each([
    ['"90"', 'number'],
    ['"korter"', 'word'],
    ['"een vreemd woord"', 'word'],
  ])('%s has its source as a ground', (typed, form) => {
    const { statements, diagnostics } = workOutSmall(`{{${typed} bron="ind"}}`, { sources });
    expect(diagnostics).toEqual([]);
    expect(statements).toMatchObject([{ form, ground: 'cited', basis: 'IND, rapport over bedenktijd.' }]);
  });

  test.each([
    ['{{"90" bron="ndi"}}', ['unknown-source']],
    ['{{"90" melders "Politie" bron="ind"}}', ['arguments']],
    ['{{"90" bron="ind" dan=2}}', ['unknown-option']],
  ])('%s is reported', (markdown, rules) => {
    expect(rulesOf(markdown)).toEqual(rules);
  });
});
