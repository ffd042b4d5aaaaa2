// Words that make a true statement untrue: the opposite of each word of judgement, and the next of each number in words.

/** What is written in the place of a word; of a separable verb, its second part and what takes its place. */
export type Opposite = string | { readonly second: string; readonly other: string };

function each(words: string, ...opposites: Opposite[]): [string, readonly Opposite[]][] {
  return words.split(', ').map(word => [word, opposites]);
}

/** The words of judgement of the texts, in small letters, each with words that say something else. */
export const oppositeWords: ReadonlyMap<string, readonly Opposite[]> = new Map([
  // Directions and comparisons.
  ...each('stijging, groei, toename', 'daling', 'afname'),
  ...each('daling, afname', 'stijging', 'toename'),
  ...each('steeg', 'daalde'),
  ...each('stijgt, groeit', 'daalt'),
  ...each('gestegen, toegenomen, gegroeid', 'gedaald', 'afgenomen'),
  ...each('groeide', 'daalde'),
  ...each('daalde', 'steeg'),
  ...each('daalt', 'stijgt'),
  ...each('dalen', 'stijgen'),
  ...each('gedaald, teruggelopen', 'gestegen', 'toegenomen'),
  ...each('nam', { second: 'toe', other: 'af' }),
  ...each('loopt', { second: 'op', other: 'terug' }),
  ...each('liep', { second: 'terug', other: 'op' }),
  ...each('meer', 'minder', 'evenveel'),
  ...each('minder', 'meer', 'evenveel'),
  ...each('vaker', 'minder vaak', 'even vaak'),
  ...each('minder vaak', 'vaker', 'even vaak'),
  ...each('hoger', 'lager'),
  ...each('lager', 'hoger'),
  ...each('groter, ouder', 'kleiner', 'jonger'),
  ...each('kleiner', 'groter'),
  // Sizes, alone and with a direction.
  ...each('lichte', 'sterke', 'scherpe'),
  ...each('veel, opvallend', 'iets', 'nauwelijks'),
  ...each('fors, scherp', 'licht', 'nauwelijks'),
  ...each('iets meer', 'iets minder', 'veel meer'),
  ...each('veel meer', 'veel minder', 'iets meer'),
  ...each('veel vaker', 'veel minder', 'iets vaker'),
  ...each('lichte stijging', 'lichte daling', 'forse stijging'),
  ...each('forse daling', 'forse stijging', 'lichte daling'),
  ...each('sterke terugloop', 'sterke toename', 'lichte terugloop'),
  ...each('nauwelijks', 'sterk', 'flink'),
  ...each('weinig veranderd', 'sterk toegenomen', 'scherp gedaald'),
  ...each('bijna evenveel, vrijwel evenveel', 'veel meer', 'veel minder'),
  ...each('vrijwel gelijk aan, ongeveer hetzelfde', 'veel hoger', 'veel lager'),
  ...each('ongeveer in evenwicht', 'veel hoger', 'veel lager'),
  // Extremes and places in an order.
  ...each('het vaakst', 'het minst vaak'),
  ...each('vaakst', 'minst vaak'),
  ...each('meest, meesten', 'minst'),
  ...each('minst', 'meest'),
  ...each('het minst vaak', 'het vaakst'),
  ...each('de meeste', 'de minste'),
  ...each('blijft de meest', 'blijft de kleinste'),
  ...each('de voornaamste', 'de kleinste'),
  ...each('belangrijkste', 'kleinste'),
  ...each('bovenaan', 'onderaan'),
  ...each('jongste', 'oudste'),
  ...each('jongst', 'oudst'),
  ...each('het jongst', 'het oudst'),
  ...each('oudst', 'jongst'),
  ...each('het oudst', 'het jongst'),
  ...each('veruit', 'nauwelijks'),
  ...each('volgt met, daarna volgen', 'onderaan staat', 'bovenaan staat'),
  ...each('gevolgd door', 'het oudst'),
  ...each('volgen op grote afstand', 'bovenaan'),
  // Parts of a whole.
  ...each('hoofdzakelijk, voornamelijk, bijna uitsluitend', 'bijna nooit', 'voor een minderheid'),
  ...each('het grootste deel', 'een minderheid', 'bijna niemand'),
  ...each('het overgrote deel, het leeuwendeel', 'een minderheid', 'bijna niemand'),
  // What was before.
  ...each('weer', 'opnieuw'),
  ...each('weer vaker', 'voor het eerst vaker', 'minder vaak'),
  ...each('opnieuw minder', 'opnieuw meer', 'voor het eerst minder'),
  ...each('opnieuw meer', 'opnieuw minder', 'voor het eerst meer'),
  ...each('daalt verder', 'stijgt verder', 'daalt voor het eerst'),
  ...each('net als in eerdere jaren', 'voor het eerst'),
  ...each('omgeslagen, een einde gekomen', 'stabiel', 'opnieuw gelijk gebleven'),
  // Words before a number.
  ...each("zo'n, minimaal, ten minste, minstens", 'meer dan', 'minder dan'),
  ...each('bijna', 'ruim', 'meer dan'),
]);

/** The numbers in words of the texts, in small letters, each with its neighbours. */
export const nextWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['ruim de helft', ['bijna de helft', 'ruim drie op de vijf']],
  ['minder dan de helft', ['minder dan twee op de vijf', 'meer dan de helft']],
  ['meer dan de helft', ['meer dan twee derde', 'minder dan de helft']],
  ['een derde', ['een kwart', 'twee op de vijf']],
  ['een kwart', ['een vijfde', 'een derde']],
  ['bijna een kwart', ['een kwart', 'bijna een vijfde', 'bijna een derde']],
  ['bijna een vijfde', ['een vijfde', 'bijna een zesde', 'bijna een kwart']],
  ['drie op de vijf', ['twee op de vijf', 'vier op de vijf', 'de helft']],
  ['bijna drie op de vijf', ['ruim drie op de vijf', 'bijna twee op de vijf', 'bijna vier op de vijf']],
  ['twee op de vijf', ['een op de vijf', 'drie op de vijf', 'twee op de zes']],
  ['vijf op de zes', ['vier op de vijf', 'vier op de zes', 'vijf op de zeven']],
  ['stijging', ['daling']],
  ['tweede', ['eerste', 'derde']],
  ['bijna twee keer zo veel', ['ruim twee keer zo veel', 'bijna drie keer zo veel']],
  [
    'ruim tweeënhalf keer zo veel',
    ['bijna tweeënhalf keer zo veel', 'ruim drie keer zo veel', 'ruim twee keer zo veel'],
  ],
  ['bijna drie keer zo veel', ['bijna twee keer zo veel', 'ruim drie keer zo veel', 'drie keer zo veel']],
  ['minder dan vijf', ['minder dan vier', 'minder dan zes']],
  ['één tot en met vier', ['twee tot en met vier', 'één tot en met vijf', 'één tot en met drie']],
]);

/** What stands in the place of a word, with a capital where that had one: sentences begin as they did. */
export function alike(word: string, other: string): string {
  const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
  return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

/** The words with one of their numbers changed by a unit of its last decimal, up and down; numbers in words by the next. */
export function othersOf(words: string): string[] {
  const next = nextWords.get(words.toLowerCase());
  if (next) return next.map(other => alike(words, other));
  return [...words.matchAll(/\d[\d.]*(?:,\d+)?/g)].flatMap(({ 0: digits, index }) =>
    [1, -1].map(way => words.slice(0, index) + moved(digits, way) + words.slice(index + digits.length)),
  );
}

/** A number in digits a unit of its last decimal further. */
function moved(digits: string, way: number): string {
  const [whole = '', decimals = ''] = digits.replaceAll('.', '').split(',');
  const value = Math.abs(Number(whole + decimals) + way);
  const plain = String(value).padStart(decimals.length + 1, '0');
  const at = plain.length - decimals.length;
  const grouped = plain.slice(0, at).replace(/\B(?=(\d{3})+$)/g, digits.includes('.') ? '.' : '');
  return decimals === '' ? grouped : `${grouped},${plain.slice(at)}`;
}
