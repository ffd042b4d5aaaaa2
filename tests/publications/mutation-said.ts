// What the words of judgement that stand in the texts are said of, read by a person and written down by hand.

/** A word in a stretch of a text, between square brackets, and what it is said of. */
export interface Said {
  readonly text: string;
  readonly stretch: string;
  readonly of: string;
}

function said(text: string, ...pairs: readonly (readonly [stretch: string, of: string])[]): Said[] {
  return pairs.map(([stretch, of]) => ({ text, stretch, of }));
}

const convicted = 'afdoening-om "Dagvaarding voor mensenhandel"';
const international = '"Internationale seksuele uitbuiting"';
const domestic = '"Binnenlandse seksuele uitbuiting"';
const dublin = 'verblijfsvergunningen "Aanvragen mensenhandel Dublin"';
const dutch = 'nationaliteiten "Nederland"';

const otherSectors = `"Straatprostitutie" "Bordelen/clubs/privéhuizen" "Hotelprostitutie"
  "Overige sectoren (massagesalons/internet etc.)" "Raamprostitutie"`;

function growthIn(sectors: string): string {
  return [...sectors.matchAll(/"[^"]+"/g)].map(([sector]) => `(verschil sectoren-seksueel ${sector})`).join(' ');
}

const workers = '(gemiddelde-leeftijd "Arbeidsuitbuiting")';
const others = `(lijst (gemiddelde-leeftijd ${international}) (gemiddelde-leeftijd "Criminele uitbuiting") ${workers})`;

const otherNationalities = `"Spanje" "Colombia" "Brazilië" "Bulgarije" "Venezuela" "Sierra Leone"`;

function victimsOf(...nationalities: readonly string[]): string {
  return `(elk nationaliteiten (lijst ${nationalities.join(' ')} ${otherNationalities}) "Totaal slachtoffers")`;
}

const growthElsewhere = `(lijst ${growthIn(`"Escortprostitutie" ${otherSectors}`)})`;

/** Typed words, and words between quotes whose others go without saying. */
export const saidBy: readonly Said[] = [
  ...said('meldingen', ['slachtoffers, een [lichte] {{richting', '(leeftijd alle)']),
  ...said(
    'vormen',
    ['werd [veel] vaker gemeld', `(vormen ${international})`],
    ['werd veel [vaker] gemeld', `(vormen ${international})`],
    ['een [toename] van', `(vormen ${international})`],
    ['}} [minder] vaak gemeld', `(vormen ${domestic})`],
    ['kwam [vaker] in beeld', '(vormen "Criminele uitbuiting")'],
    ['slachtoffers [nam] in een jaar tijd', '(vormen "Criminele uitbuiting")'],
    ['een [afname] van', '(vormen "Arbeidsuitbuiting")'],
    ['}} [liep] het aantal', '(verschil vormen "Onbekend" sinds=(jaren-terug 4) tot=vorig-jaar)'],
    ['het weer [gestegen], tot', '(vormen "Onbekend")'],
    [
      'het [vaakst] gemeld in de thuisprostitutie',
      `(sectoren-seksueel "Thuisprostitutie") dan=(elk sectoren-seksueel (lijst "Escortprostitutie" ${otherSectors}))`,
    ],
    ['thuisprostitutie [groeit] veruit', '(sectoren-seksueel "Thuisprostitutie")'],
    ['groeit [veruit] het meest', `(verschil sectoren-seksueel "Thuisprostitutie") dan=${growthElsewhere}`],
    ['veruit het [meest]: daar', `(verschil sectoren-seksueel "Thuisprostitutie") dan=${growthElsewhere}`],
    [
      'seksuele uitbuiting [steeg] van',
      '(verschil (seksueel-herkomst "Afrika" vorig-jaar) (herkomst "Afrika" "Seksuele uitbuiting"))',
    ],
    [
      '}} [gegroeid].',
      '(verschil (thuisprostitutie-herkomst "Afrika" vorig-jaar) (sectoren-seksueel-herkomst "Thuisprostitutie" "Afrika"))',
    ],
    [
      'is [teruggelopen] van',
      '(verschil bedrijfstakken "uitsluitend onbekend/nog niet gewerkt" sinds=(jaren-terug 3))',
    ],
    ['}} [fors] toegenomen', '(herkomst "Latijns-Amerika")'],
    ['fors [toegenomen], tot', '(herkomst "Latijns-Amerika")'],
  ),
  ...said(
    'herkomst',
    ['}}) [groeit]. In', '(aandeel herkomst "Latijns-Amerika" van=leeftijd)'],
    [
      'slachtoffers {{"[het vaakst]" (lijst',
      `(lijst (${dutch} "Totaal slachtoffers") (nationaliteiten "Roemenië" "Totaal slachtoffers"))
        dan=${victimsOf('"Oeganda"', '"Nigeria"')}`,
    ],
    [
      'staat {{"[bovenaan]" nationaliteiten',
      `(${dutch} "Totaal slachtoffers") dan=${victimsOf('"Roemenië"', '"Oeganda"', '"Nigeria"')}`,
    ],
    [
      'Roemenië {{"[volgt met]" (nationaliteiten',
      `(nationaliteiten "Roemenië" "Totaal slachtoffers") na=(${dutch} "Totaal slachtoffers")
        dan=${victimsOf('"Oeganda"', '"Nigeria"')}`,
    ],
    [
      '}} [loopt] het weer op',
      '(verschil verblijfsvergunningen "Verleende vergunningen mensenhandel" sinds=(jaren-terug 2))',
    ],
    ['is het aantal aanvragen [scherp] gedaald', `(verschil ${dublin} sinds=(jaren-terug 4))`],
    ['aanvragen scherp [gedaald]', `(verschil ${dublin} sinds=(jaren-terug 4))`],
  ),
  ...said(
    'leeftijd-en-geslacht',
    ['{{"[het jongst]" gemiddelde-leeftijd', `(gemiddelde-leeftijd ${domestic}) dan=${others}`],
    ['jaar het [jongst], gevolgd', `(gemiddelde-leeftijd ${domestic}) dan=${others}`],
    [
      'jongst, [gevolgd door] slachtoffers',
      `(gemiddelde-leeftijd ${international}) na=(gemiddelde-leeftijd ${domestic})
        dan=(elk gemiddelde-leeftijd (lijst "Criminele uitbuiting" "Arbeidsuitbuiting"))`,
    ],
    [
      'zijn het [oudst], met',
      `${workers} dan=(elk gemiddelde-leeftijd (lijst ${domestic} ${international} "Criminele uitbuiting"))`,
    ],
  ),
  ...said(
    'melders',
    ['}} [daalde] het aantal', '(verschil melders "Politie" sinds=(jaren-terug 4) tot=(jaren-terug 2))'],
    ['Nu [loopt] het weer op', '(melders "Politie")'],
    ['}} [meer] slachtoffers dan', '(melders "Politie")'],
    ['hebben [meer] slachtoffers gemeld', '(melders "Zorgcoördinatoren")'],
    [
      '{{"[volgen op grote afstand]" (melders',
      `(melders "NLA" "Arbeidsuitbuiting") na=(melders "FairWork" "Arbeidsuitbuiting")
        dan=(elk melders (lijst "Zorgcoördinatoren" "Politie" "KMar" "Overige melders") "Arbeidsuitbuiting")`,
    ],
  ),
  ...said(
    'opsporing',
    ['}} [minder] onderzoeken naar', '(opsporingsonderzoeken "Seksuele uitbuiting")'],
    ['is [vaker] onderwerp', '(opsporingsonderzoeken "Criminele uitbuiting")'],
    [
      'voor: bij {{verdachten-nationaliteit "Nederland"}} personen. [Daarna volgen] de',
      `(verdachten-nationaliteit "Roemenië") na=(verdachten-nationaliteit "Nederland")
        dan=(elk verdachten-nationaliteit (lijst "China" "Suriname"))`,
    ],
    [
      'verdachten [veruit] het meest',
      '(verdachten-nationaliteit "Nederland") dan=(elk verdachten-nationaliteit (lijst "Roemenië" "China" "Suriname"))',
    ],
    [
      'veruit het [meest] voor',
      '(verdachten-nationaliteit "Nederland") dan=(elk verdachten-nationaliteit (lijst "Roemenië" "China" "Suriname"))',
    ],
  ),
  ...said(
    'vervolging',
    ['uitbuiting [steeg] met', '(zaken-vorm "Criminele uitbuiting/overig")'],
    [
      'naar verhouding het [meest] in zaken',
      `(aandeel ${convicted} "Criminele uitbuiting/overig")
        dan=(lijst (aandeel ${convicted} "Seksuele uitbuiting") (aandeel ${convicted} "Arbeidsuitbuiting"))`,
    ],
  ),
  ...said('berechting', ['er juist [meer] af', '(afgedaan "Criminele uitbuiting/overig")']),
  ...said('herkomst-verdachten', [
    'de [meesten] juist in',
    `(geboorteland "Europese Economische Ruimte (EER)" ${international})
        dan=(elk geboorteland (lijst "Nederland" "Overige geboortelanden") ${international})`,
  ]),
  ...said(
    'leeftijd-geslacht-verdachten',
    [
      'verhouding {{"[het vaakst]" (lijst',
      `(lijst (geslacht-verdachten "vrouw" "Arbeidsuitbuiting") (geslacht-verdachten "vrouw" "Criminele uitbuiting/overig"))
        dan=(geslacht-verdachten "vrouw" ${domestic})`,
    ],
    [
      'het [minst] voor, met',
      `(geslacht-verdachten "vrouw" ${domestic}) dan=(lijst
        (geslacht-verdachten "vrouw" "Arbeidsuitbuiting") (geslacht-verdachten "vrouw" "Criminele uitbuiting/overig"))`,
    ],
  ),
  ...said(
    'conclusies',
    ['}} [opvallend] meer meldingen', '(herkomst "Latijns-Amerika")'],
    ['opvallend [meer] meldingen', '(herkomst "Latijns-Amerika")'],
    ['ingeschreven, [daalde] in', '(zaken-vorm "Arbeidsuitbuiting")'],
    ['lijkt daarmee [lager] te', '(aandeel afdoening-rechter "Vrijspraak voor mensenhandel" van=(afgedaan "Totaal"))'],
  ),
];
