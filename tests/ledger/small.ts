// The case sound with a number on each ground in its foreword, composed without a browser: what a ledger is kept of.

import { prepareEdition, prepareHouse, preparePublication } from '../../src/commands/prepare.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { LedgerEntry } from '../../src/ledger/entry.ts';
import { type Kept, keepLedger } from '../../src/ledger/keep.ts';
import { caseMachine, soundMachine } from '../project.ts';

const folder = 'data/2023/verslag';

const foreword = `{{kerncijfer (vormen "Seksueel") "slachtoffers van seksuele uitbuiting"}}

Dat is {{"20%" (groei vormen "Seksueel")}} meer, dus {{"25%" (groei vormen "Seksueel")}}. Het duurt {{"90" bron="ind"}} dagen, in 2019. Er zijn {{tussen vormen alle}} slachtoffers.

{{bronnen}}

{{verschillen}}
`;

const edition = `reportingYear: 2023
status: final
differences:
  - publication: verslag
    text: voorwoord
    printed: '25%'
    computed: '20%'
    because: Zo stond het in het persbericht.
`;

/** The publication composed, not printed, and what was reported on the way. */
export async function composeSmall(): Promise<{ kept: Kept; html: string; diagnostics: readonly Diagnostic[] }> {
  const { files } = caseMachine('word-sound');
  const partials = ['sources', 'differences'].map(name => `templates/shared/${name}.hbs`);
  const publication = caseMachine('sound').files.read(`${folder}/publication.yaml`) ?? '';
  const machine = soundMachine({
    ...Object.fromEntries(partials.map(path => [path, files.read(path) ?? ''])),
    [`${folder}/voorwoord.md`]: foreword,
    [`${folder}/publication.yaml`]: `${publication}sources:\n  ind: IND, rapport over bedenktijd.\n`,
    'data/2023/edition.yaml': edition,
  });
  const { house } = prepareHouse(machine);
  const checked = prepareEdition(2023, machine);
  const [first] = checked.edition.publications;
  if (!house || !first) throw new Error('The case sound cannot be read.');
  const workshop = { machine, house, draw: 'specifications', onPhase: () => {} } as const;
  const { prepared, diagnostics } = await preparePublication(checked, first, workshop);
  if (!prepared) throw new Error('The case sound cannot be composed.');
  const kept = { ...prepared, pages: new Map<string, number>(), pageCount: 0 };
  return { kept, html: prepared.document.html, diagnostics };
}

let entries: Promise<readonly LedgerEntry[]> | undefined;

/** The entry of the ledger with this text, the first of its kind. */
export async function entryWith(text: string, kind?: LedgerEntry['kind']): Promise<LedgerEntry> {
  entries ??= composeSmall().then(({ kept }) => keepLedger(kept).entries);
  const found = (await entries).find(one => one.text === text && (kind === undefined || one.kind === kind));
  if (!found) throw new Error(`There is no entry "${text}".`);
  return found;
}
