import { describe, expect, test } from 'vitest';
import { bindTyped } from '../../src/claims/typed.ts';
import { contextOf, workOutSmall } from '../prose/small.ts';

/** What is stated: `form ground text`, and for what fails or is waived also the verdict. */
function stated(markdown: string, changes = {}): string[] {
  const { statements } = workOutSmall(markdown, changes);
  return statements.map(({ form, ground, text, verdict }) =>
    [form, ground, text, ...(verdict === 'holds' ? [] : [verdict])].join(' '),
  );
}

test('a text without numbers and judgements stays as it is', () => {
  const context = contextOf('');
  const placeOf = () => ({ file: 'a.md', line: 1, column: 1 });
  expect(bindTyped({ text: 'Niets.', placeOf, abouts: new Map() }, context)).toBe('Niets.');
});

test('every typed number and word gets a mark, and prints as it was typed', () => {
  const markdown = 'In 2019 zijn er 31 en de helft meer, {{melders "Politie"}}.';
  expect(workOutSmall(markdown).text).toBe('In 2019 zijn er 31 en de helft meer, 200.');
  expect(stated(markdown)).toEqual([
    'number structural 2019',
    'number unbound 31 fails',
    'number unbound de helft fails',
    'word asserted meer',
    'number computed 200',
  ]);
});

test('a place is that of the typed words, also behind expressions and on later lines', () => {
  const { statements } = workOutSmall('{{melders "Politie"}} en 31,\ndan {{jaar}} of zestig.');
  const places = statements.map(({ text, place: { line, column, length } }) => [text, line, column, length]);
  expect(places).toEqual([
    ['200', 1, 1, 21],
    ['31', 1, 26, 2],
    ['2023', 2, 5, 8],
    ['zestig', 2, 17, 6],
  ]);
});

describe('numbers', () => {
  test.each([
    ['1. Aap en\n2. noot', []],
    ['Noot.[^1]\n\n[^1]: Tekst.', []],
    ['Zie [dit](https://example.org/31).', []],
    ['Zie [dit](<map/31 en 32.pdf>).', []],
    ['Zie [dit](https://example.org/a_(31)_b "Alle 31").', ['number unbound 31 fails']],
    ['![Een kaart](kaart-31.png)', []],
    ['![Een kaart met 31 plaatsen](kaart.png)', ['number unbound 31 fails']],
    ['![Een kaart met {{melders "Politie"}} plaatsen](kaart.png)', ['number computed 200']],
    ['![Een lijn die stijgt](lijn.png)', ['word unbound stijgt fails']],
    ['Zie figuur 3.', ['number structural 3']],
    ['De Tweede Kamer.', []],
    ['Zij zijn jonger dan 18 jaar.', ['number structural 18']],
    ['Er zijn {{leeftijd "40 jaar of ouder"}} van 40 jaar.', ['number computed 51', 'number structural 40']],
    ['Er zijn {{melders "Politie"}} van 40 jaar.', ['number computed 200', 'number unbound 40 fails']],
    ['> Er zijn 500.\n> — Een Spreker', ['number cited 500']],
    ['> Er zijn 500.', ['number unbound 500 fails']],
  ])('%j', (markdown, statements) => {
    expect(stated(markdown)).toEqual(statements);
  });

  test('a title may end in its year, and a text not', () => {
    const context = contextOf('');
    const placeOf = () => ({ file: 'a.md', line: 1, column: 1 });
    const written = { text: 'Jaarverslag van ons, 2023', placeOf, abouts: new Map() };
    bindTyped({ ...written, isTitle: true }, context);
    expect(context.diagnostics).toEqual([]);
    bindTyped(written, context);
    expect(context.diagnostics).toMatchObject([{ rule: 'unbound-number' }]);
  });
});

describe('words', () => {
  test('are held against the nearest number that they can be said of', () => {
    const { statements } = workOutSmall('Bij {{melders "KMar"}} is er minder, en bij {{melders "Politie"}} meer.');
    expect(statements.filter(one => one.form === 'word').map(one => [one.text, one.expression])).toEqual([
      ['minder', 'melders "KMar"'],
      ['meer', 'melders "Politie"'],
    ]);
  });

  test('a clause between them counts for distance', () => {
    const { statements } = workOutSmall('De {{melders "KMar"}} die zo zijn gedaald, {{melders "Politie"}}.');
    expect(statements[1]).toMatchObject({ text: 'gedaald', expression: 'melders "KMar"' });
  });

  test('a number that cannot answer is passed by', () => {
    const { statements } = workOutSmall('De meerderheid, {{melders "Politie"}} of {{aandeel geslacht "vrouw"}}.');
    expect(statements[0]).toMatchObject({ expression: 'aandeel geslacht "vrouw"', verdict: 'holds' });
  });

  test('the next sentence and a heading bear nothing out', () => {
    expect(stated('Het stijgt. Er zijn {{melders "Politie"}}.')[0]).toBe('word unbound stijgt fails');
    expect(stated('# Het stijgt\nEr zijn {{melders "Politie"}}.')[0]).toBe('word unbound stijgt fails');
    expect(stated('Het stijgt tot\n{{melders "Politie"}}.')[0]).toBe('word asserted stijgt');
  });

  test('"sinds" behind a word limits the years', () => {
    expect(stated('Het hoogste aantal sinds 2020 ({{melders "Inspectie"}}).')[0]).toBe('word asserted hoogste');
    expect(stated('Het hoogste aantal sinds 2019 ({{melders "Inspectie"}}).')[0]).toBe('word asserted hoogste fails');
  });

  test('"dan in" and "sinds" name the year that a direction counts from', () => {
    const inspection = 'Het zijn er {{melders "Inspectie"}},';
    expect(stated(`${inspection} meer dan in 2022.`)).toContain('word asserted meer');
    expect(stated(`${inspection} meer dan in 2020.`)).toContain('word asserted meer fails');
    expect(stated(`${inspection} evenveel als in 2020.`)).toContain('word asserted evenveel');
    expect(stated('Sinds 2020 stijgt het aantal, tot {{melders "Inspectie"}}.')).toContain(
      'word asserted stijgt fails',
    );
    expect(stated('Het zijn er {{melders "Politie"}}, meer dan in 2018.')).toContain('word unbound meer fails');
    const grown = '{{groei melders "Politie" sinds=2021}}';
    expect(stated(`Het zijn er ${grown} meer dan in 2021.`)).toContain('word asserted meer');
    expect(stated(`Het zijn er ${grown} meer dan in 2020.`)).toContain('word asserted meer');
  });

  test('a change is of the year behind its word', () => {
    const fallen = '{{melders "KMar"}}';
    expect(stated(`Na een daling in 2022 daalde het tot ${fallen}.`)).toContain('word asserted daling');
    expect(stated(`Na een stijging in 2022 daalde het tot ${fallen}.`)).toContain('word asserted stijging fails');
    const both = '{{melders "Politie" 2019}} tegen {{melders "Politie"}}';
    expect(stated(`In 2019 waren het er minder dan in 2023: ${both}.`)).toContain('word asserted minder');
    expect(stated(`In 2019 waren het er meer dan in 2023: ${both}.`)).toContain('word asserted meer fails');
  });

  test('a change is held to each number of a list', () => {
    expect(stated('Het steeg, tot {{melders "Politie"}} en {{melders "Inspectie"}}.')).toContain('word asserted steeg');
    expect(stated('Het steeg, tot {{melders "Politie"}} en {{melders "KMar"}}.')).toContain(
      'word asserted steeg fails',
    );
    expect(stated('Het steeg, tot {{melders "Politie"}}, en de KMar {{melders "KMar"}}.')[0]).toBe(
      'word asserted steeg',
    );
  });

  test('a number is before or behind its word, as the words between them say', () => {
    const words = (markdown: string) => stated(markdown).filter(one => one.startsWith('word'));
    const [up, down] = ['{{verschil melders "Politie"}}', '{{verschil melders "KMar"}}'];
    expect(words(`Er zijn ${up} agenten meer en ${down} marechaussees minder.`)).toEqual([
      'word asserted meer',
      'word asserted minder',
    ]);
    const opposite = `Tegenover een stijging (${up}) staat een sterke daling van het aantal anderen (${down}).`;
    expect(words(opposite)).toEqual(['word asserted stijging', 'word asserted sterke', 'word asserted daling']);
    expect(words(`Het is ${down} lager dan een jaar geleden.`)).toEqual(['word asserted lager']);
  });

  test('of several movements in a sentence each is held against its own', () => {
    const fallen = 'Het daalde van {{melders "Inspectie" 2020}} naar {{melders "Inspectie" 2021}} en';
    const words = (markdown: string) => stated(markdown).filter(one => one.startsWith('word'));
    expect(words(`${fallen} steeg daarna naar {{melders "Inspectie"}}.`)).toEqual([
      'word asserted daalde',
      'word asserted steeg',
    ]);
    expect(words(`${fallen} daalde daarna naar {{melders "Inspectie"}}.`)).toEqual([
      'word asserted daalde',
      'word asserted daalde fails',
    ]);
  });

  test('"nog altijd" with a year is true of the year before too', () => {
    const words = (markdown: string) => stated(markdown).filter(one => one.startsWith('word'));
    const more = ['word asserted nog altijd', 'word asserted meer'];
    expect(words('Met {{melders "Politie"}} zijn het er nog altijd meer dan in 2019.')).toEqual(more);
    expect(words('Met {{melders "Inspectie"}} zijn het er nog altijd meer dan in 2021.')).toEqual([
      'word asserted nog altijd fails',
      'word asserted meer',
    ]);
  });

  test('words that look back year by year begin with the last year of the sentence', () => {
    const falls = 'van {{melders "KMar" 2021}} naar {{melders "KMar" 2022}} en {{melders "KMar"}}.';
    expect(stated(`Het daalde opnieuw: ${falls}`)).toContain('word asserted opnieuw');
  });

  test('a highest is looked for in later years too, or in the period that is named', () => {
    const held = (markdown: string) => stated(markdown).find(one => one.startsWith('word'));
    expect(held('De piek lag in 2022: {{melders "Politie" 2022}}.')).toBe('word asserted piek fails');
    expect(held('De piek lag in 2023: {{melders "Politie"}}.')).toBe('word asserted piek');
    expect(held('In de periode 2019-2022 was het het hoogst in 2021: {{melders "Politie" 2021}}.')).toMatch(/fails$/);
    expect(held('De piek in de periode 2019-2022 lag in 2022: {{melders "Politie" 2022}}.')).toBe('word asserted piek');
  });

  test('"gevolgd door" is held against the number behind it, after the one before it', () => {
    const first = '{{melders "Politie"}}, gevolgd door';
    expect(stated(`${first} {{melders "KMar"}}.`)).toContain('word asserted gevolgd door');
    expect(stated(`${first} {{melders "Inspectie"}}.`)).toContain('word asserted gevolgd door fails');
    const nearer = '{{melders "Politie"}} gevolgd door, op afstand, {{melders "Inspectie"}}.';
    expect(stated(nearer)).toContain('word asserted gevolgd door fails');
  });

  test('a reach stands right before its number, or is unbound', () => {
    expect(stated('Ruim {{aandeel geslacht "vrouw"}}.')[0]).toBe('word asserted Ruim');
    expect(stated('Ruim ({{aandeel geslacht "vrouw"}}).')[0]).toBe('word asserted Ruim');
    expect(stated('Ruim alle {{aandeel geslacht "vrouw"}}.')[0]).toBe('word unbound Ruim fails');
  });

  test('a reach before a cited number is cited with it', () => {
    const sources = new Map([['ind', 'IND.']]);
    expect(stated('Hoogstens {{"90" bron="ind"}}.', { sources })).toEqual(['word cited Hoogstens', 'number cited 90']);
  });

  test('a known difference of a word is met by its change', () => {
    const place = { file: 'e.yaml', line: 1, column: 1 };
    const one = { publication: 'verslag', text: 'cijfers', printed: 'daalt', computed: '+33%', because: 'Zo.', place };
    const markdown = 'Het aantal daalt, tot {{melders "Politie"}}.';
    expect(stated(markdown, { differences: [one] })[0]).toBe('word asserted daalt waived');
    expect(stated(markdown, { differences: [{ ...one, computed: '33%' }] })[0]).toBe('word asserted daalt fails');
  });

  test('a separable verb is one judgement, with both its parts', () => {
    expect(stated('Het aantal loopt, ook nu, op tot {{melders "Politie"}}.')).toEqual([
      'word asserted loopt … op',
      'number computed 200',
    ]);
  });
});

test('from one row to another is no change of one number', () => {
  const { diagnostics } = workOutSmall('Het ging van {{geslacht "man" 2022}} naar {{geslacht "vrouw"}}.');
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The sentence speaks of one number that changes, and {{geslacht "man" 2022}} is of "man", and {{geslacht "vrouw"}} of "vrouw".',
  ]);
});

test.each([
  ['In 2022 zijn het er {{melders "Politie"}}.', [2022]],
  ['Bij de politie zijn het er {{melders "Politie"}} in 2022.', [2022]],
  ['Het zijn {{melders "Politie"}} slachtoffers in {{vorig-jaar}}, bij de KMar {{melders "KMar"}}.', [2022]],
  ['Bij de KMar {{melders "KMar"}} in 2023, en in 2022 meldde de politie er {{melders "Politie"}}.', [2022]],
  ['De politie meldde er, zo bleek in 2022, {{melders "Politie"}}.', [2022]],
  ['In 2023 zijn het er {{melders "Politie"}}, tegen {{melders "Politie" 2022}} in 2022.', []],
  ['Het zijn er {{melders "Politie"}} en in 2022 nog {{melders "Politie" 2022}}.', []],
  ['Het zijn er {{melders "Politie"}}, {{verschil melders "Politie"}} meer dan in 2022.', []],
  ['Dat zijn er {{melders "Politie"}}, anders dan in 2022.', []],
  ['Sinds 2022 is er een meldpunt; het zijn er {{melders "Politie"}}.', []],
  ['In de jaren 2021-2022 was het rustig, nu zijn het er {{melders "Politie"}}.', []],
  ['De politie meldde in 2022 {{melders "Politie"}} slachtoffers en in 2023 {{melders "Politie"}}.', [2022]],
  ['In 2022 waren het er, net als in 2021, {{melders "Politie"}}.', [2022]],
  ['Het zijn er {{verschil melders "Politie"}} meer dan in 2021.', [2021]],
  [
    'Dat zijn er {{meer-of-minder melders "Politie"}} dan in 2022 en {{meer-of-minder melders "Politie"}} dan in 2021.',
    [2021],
  ],
  ['Het zijn er {{"meer" melders "Politie"}} dan in 2022.', []],
  ['Het zijn er {{"meer" melders "Politie"}} ({{melders "Politie"}}) dan in 2021.', [2021]],
  ['Het zijn er {{"meer" melders "Politie" dan=(melders "Politie" 2021)}} dan in 2021.', []],
  ['Het zijn er {{"meer" melders "Politie" dan=(melders "Politie" 2021)}} dan in 2022.', [2022]],
  ['Sinds 2021 is het {{"gestegen" (verschil melders "Politie" sinds=2021)}}.', []],
  ['Sinds 2020 is het {{"gestegen" (verschil melders "Politie" sinds=2021)}}.', [2020]],
  ['Het is {{"gestegen" melders "Politie"}} sinds 2020.', [2020]],
  ['Vergeleken met 2022 is het {{groei melders "Politie" sinds=2021}} meer.', [2022]],
  ['Vergeleken met 2021 is het {{groei melders "Politie" sinds=2021}} meer.', []],
  ['In de periode 2019-2022 waren het er {{melders "Politie" alle-jaren}}.', [2019]],
  ['In de periode 2019-2023 waren het er {{melders "Politie" alle-jaren}}.', []],
  ['In de jaren 2019 tot en met 2021 waren het er {{melders "Politie"}}.', [2019]],
  ['Tussen 2019 en 2022 groeide het met {{groei melders "Politie" sinds=2019}}.', [2019]],
  ['Tussen 2019 en 2023 groeide het met {{groei melders "Politie" sinds=2019}}.', []],
  ['Tussen 2019 en 2021 ging het van {{melders "Politie" 2019}} naar {{melders "Politie" 2021}}.', []],
  ['Van 2019 tot 2022 groeide het met {{groei melders "Politie" sinds=2019}}.', [2019]],
  ['Van 2019 tot 2023 groeide het met {{groei melders "Politie" sinds=2019}}.', []],
  ['In 2023 nam het toe van {{melders "Politie" 2022}} naar {{melders "Politie"}}.', []],
  ['In de periode 2019-2023 was 2019 met {{melders "Politie" 2019}} het laagst.', []],
  ['In 2019 en 2020 waren het er {{melders "Politie"}}.', [2019]],
  ['In 2019 en 2020 waren het er {{melders "Politie" 2019}} en {{melders "Politie" 2020}}.', []],
  ['In 2019 en 2020 waren het er {{melders "Politie" 2019}}, en {{melders "Politie"}} in 2023.', []],
  ['Het ging van {{melders "Politie"}} naar {{melders "Politie" 2022}}.', [2023]],
  ['Het ging van {{melders "Politie" 2022}} naar {{melders "Politie"}}.', []],
  ['Tussen 2022 en 2022 ging het van {{melders "Politie" 2019}} naar {{melders "Politie" 2022}}.', [2022, 2022]],
  ['Sinds 2021 loopt het op, van {{melders "Politie" 2021}} naar {{melders "Politie"}}.', []],
  ['Sinds 2020 loopt het op, van {{melders "Politie" 2021}} naar {{melders "Politie"}}.', [2020]],
  ['Het is hoger dan in 2021: {{melders "Politie"}} tegen {{melders "Politie" 2021}}.', []],
  ['Het is hoger dan in 2020: {{melders "Politie"}} tegen {{melders "Politie" 2021}}.', [2020]],
  ['Het ging van {{melders "Politie" 2022}} in 2021 naar {{melders "Politie"}} in 2023.', [2021]],
  ['In 2022 zijn het er {{groei melders "Politie" sinds=2022}} meer dan in 2022.', [2022]],
  ['Het zijn er {{melders "Inspectie"}}, net als in 2020.', []],
  ['Het zijn er {{melders "Inspectie"}}, net als in 2021.', [2021]],
  ['Het zijn er, net als in 2023, {{melders "Inspectie"}}.', [2023]],
  ['In 2021 en 2022 waren het er telkens {{melders "Inspectie" 2022}}.', []],
  ['In 2020 en 2022 waren het er telkens {{melders "Inspectie" 2022}}.', [2020]],
  ['In 2023 waren het er {{melders "Politie"}}, een jaar eerder {{melders "Politie" 2021}}.', [2022]],
  ['In 2023 waren het er {{melders "Politie"}}, een jaar eerder {{melders "Politie" 2022}}.', []],
  ['In 2022 waren het er {{melders "Politie" 2022}}, tegen {{melders "Politie" 2021}} het jaar ervoor.', []],
  ['In 2022 waren het er {{melders "Politie" 2022}}, tegen {{melders "Politie" 2020}} het jaar ervoor.', [2021]],
  ['In een jaar tijd groeide het met {{groei melders "Politie" sinds=2019}}.', [2022]],
  ['In een jaar tijd groeide het met {{groei melders "Politie"}}.', []],
  ['Sinds 2019 waren er {{melders "Politie" (lijst 2021 2022 2023)}}.', [2019]],
  ['Sinds 2021 waren er {{melders "Politie" (lijst 2021 2022 2023)}}.', []],
  ['Volgens richtlijn 2011/36/EU waren er {{melders "Politie"}}.', []],
  ['Volgens het Verdrag van Warschau (2005) waren er {{melders "Politie"}}.', []],
  ['Op 26 april 2024 telde het register er {{melders "Politie"}}.', []],
  ['Na 2021 steeg het tot {{melders "Politie"}}.', []],
  [
    'Ten opzichte van 2022 is het {{verschil melders "Politie"}}, ten opzichte van 2019 {{verschil melders "Politie" sinds=2019}} meer.',
    [],
  ],
  ['In de periode 2019-2022 was het aantal het hoogst in 2022 ({{melders "Politie" 2022}}).', []],
  [
    'Het ging van {{melders "Politie" 2021}} naar {{melders "Politie"}}, een groei van {{groei melders "Politie"}}.',
    [2021],
  ],
  [
    'Het ging van {{melders "Politie" 2021}} naar {{melders "Politie"}}, een groei van {{groei melders "Politie" sinds=2021}}.',
    [],
  ],
  ['In 2023 waren het er {{melders "Politie"}}; een jaar eerder waren dat er nog {{melders "Politie" 2021}}.', [2022]],
  ['Drie jaar eerder waren het er {{melders "Politie" 2020}}.', []],
  ['Drie jaar eerder waren het er {{melders "Politie" 2021}}.', [2020]],
  ['In twee jaar tijd groeide het met {{groei melders "Politie" sinds=2021}}.', []],
  ['In drie jaar tijd groeide het met {{groei melders "Politie" sinds=2021}}.', [2020]],
  ['Het steeg in 2022 naar {{melders "Politie" 2022}} en kwam in 2023 uit op {{melders "Politie"}}.', []],
  ['Van de slachtoffers in 2022 is {{aandeel geslacht "vrouw"}} vrouw.', [2022]],
  ['Van de slachtoffers in 2023 is {{aandeel geslacht "vrouw"}} vrouw.', []],
])('the year that a sentence gives a number is one of its own: %s', (markdown, years) => {
  const found = workOutSmall(markdown).diagnostics.filter(({ rule }) => rule === 'year-mismatch');
  expect(found.map(({ message }) => Number(/speaks of (\d+)/.exec(message)?.[1]))).toEqual(years);
});

const points = '{{procentpunten (aandeel geslacht "man" 2022) (aandeel geslacht "man")}}';

test.each([
  ['Het daalde met {{groei melders "KMar"}} procent.', 'unit-typed'],
  ['Van hen is {{aandeel geslacht "man"}}% man.', 'unit-typed'],
  ['Van hen is {{geslacht "man"}} procent man.', 'unit-typed'],
  ['Van hen is {{"47" (aandeel geslacht "man")}} procent man.', 'unit-typed'],
  ['Het steeg met {{groei melders "Politie"}} procentpunten.', 'unit-typed'],
  [`Het aandeel daalde met ${points} procent.`, 'unit-typed'],
  [`Het aandeel daalde met ${points}.`, 'unit-missing'],
  [`Het aandeel daalde met ${points} procentpunten.`, undefined],
  [`Het aandeel daalde met ${points} en daarna nog eens ${points} procentpunten.`, undefined],
  ['Van hen is {{aandeel geslacht "man"}} man.', undefined],
])('the unit of a number is its own: %s', (markdown, rule) => {
  const found = workOutSmall(markdown).diagnostics.find(one => one.rule.startsWith('unit-'));
  expect(found?.rule).toBe(rule);
});
