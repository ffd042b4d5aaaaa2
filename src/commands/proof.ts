// What must hold of the publications themselves before they are released: made twice, inspected, judged, linked well.

import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { compareContents } from '../release/check.ts';
import type { LinkFinding } from '../release/links.ts';
import { checkHtmlLinks, checkPdfLinks } from '../release/links.ts';
import { readFacts } from '../release/pdf.ts';
import type { Validation } from '../release/validation.ts';
import { type Condition, failed, passed, skipped, type Verdict } from './checklist.ts';
import type { Machine } from './machine.ts';
import { make } from './make.ts';
import type { MomentOf } from './moment.ts';
import type { PrintedPublication } from './print.ts';
import { contentsOf } from './published.ts';
import { validatePrinted } from './validate.ts';

/** What the publications of a year are made with; `diagnostics` receives what is wrong with them. */
export interface ProofRequest {
  readonly year: number;
  readonly momentOf: MomentOf;
  readonly machine: Machine;
  readonly diagnostics: Diagnostic[];
}

/** What came of it; filled while the conditions are checked. */
export interface Proof {
  printed?: readonly PrintedPublication[];
  /** What the browser says that it is. */
  browser?: string;
  validation?: Validation;
}

/** The conditions on the publications, in the order of the list. */
export function proofConditions(request: ProofRequest, proof: Proof): Condition[] {
  const onPrinted = (judge: (printed: readonly PrintedPublication[]) => Promise<Verdict> | Verdict) => () =>
    proof.printed ? judge(proof.printed) : skipped('nothing was built');
  return [
    { title: 'Two builds give the same bytes', check: phase => buildTwice(request, proof, phase) },
    { title: 'The inspector passes every PDF', check: () => judgeInspection(request, proof) },
    { title: 'veraPDF passes every PDF', check: onPrinted(printed => judgeOutside(printed, request, proof)) },
    { title: 'Every link is well-formed', check: onPrinted(judgeLinks) },
  ];
}

async function buildTwice(request: ProofRequest, proof: Proof, phase: (name: string) => void): Promise<Verdict> {
  if (hasErrors(request.diagnostics)) return skipped('not built, because of the errors above');
  const first = await makeOnce(request, { proof, phase: name => phase(`first build, ${name}`) });
  if (!first)
    return isInspected(request.diagnostics) ? skipped('not built, because the inspector found errors') : notBuilt();
  const second = await makeOnce(request, { proof: {}, phase: name => phase(`second build, ${name}`) });
  if (!second) return failed('the second build failed', 'Look at what is reported below, and run it again.');
  const different = compareContents(contentsOf(first), contentsOf(second));
  if (different.length > 0)
    return failed(
      `${different.map(({ file }) => file).join(', ')} came out otherwise the second time`,
      'Report it with the data and templates: nothing in a build may depend on time or chance.',
    );
  proof.printed = first;
  return passed(`${first.length} publication${first.length === 1 ? '' : 's'}`);
}

function notBuilt(): Verdict {
  return failed('the build failed', 'Correct what is reported below.');
}

interface MakeOptions {
  readonly proof: Proof;
  readonly phase: (name: string) => void;
}

/** All publications of the year, made with a browser of their own. */
async function makeOnce(
  { year, momentOf, machine, diagnostics }: ProofRequest,
  { proof, phase }: MakeOptions,
): Promise<readonly PrintedPublication[] | undefined> {
  const { value, diagnostics: found } = await make(
    {
      ...{ years: [String(year)], publications: [], attach: false, momentOf, unfinished: true },
      onBrowser: version => {
        proof.browser = version;
      },
    },
    { ...machine, terminal: false, say: phase },
  );
  diagnostics.push(...found);
  return value;
}

function isInspected(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ rule, severity }) => severity === 'error' && rule.startsWith('pdf-'));
}

/** The build has held each PDF to the page that it is a print of; here it is read once more, as a manifest describes it. */
function judgeInspection({ diagnostics }: ProofRequest, { printed }: Proof): Verdict {
  const broken = diagnostics.filter(one => isInspected([one]));
  if (broken.length > 0) return failed(`${broken.length} findings`, 'Correct what is reported below.');
  if (!printed) return skipped('nothing was built');
  const claims = printed
    .map(({ pdf }) => readFacts(pdf))
    .flatMap(facts => (typeof facts === 'string' ? [] : facts.claims));
  return passed([...new Set(claims)].join(', '));
}

async function judgeOutside(
  printed: readonly PrintedPublication[],
  { machine }: ProofRequest,
  proof: Proof,
): Promise<Verdict> {
  const { validation, failures } = await validatePrinted(printed, machine);
  proof.validation = validation;
  if (validation.validator === null) return skipped('not validated, for there is none on this machine');
  if (failures.length === 0) return passed(validation.validator);
  return failed(`${failures.length} findings`, ...failures);
}

function judgeLinks(printed: readonly PrintedPublication[]): Verdict {
  const findings = printed.flatMap(({ prepared, pdf, html }) => {
    const facts = readFacts(pdf);
    const said = (kind: string, found: readonly LinkFinding[]): string[] =>
      found.map(
        ({ target, message }) => `Correct the link of ${prepared.publication.id}${kind}: ${target} ${message}.`,
      );
    const inPdf = typeof facts === 'string' ? [] : checkPdfLinks(facts.links);
    return [...said('.html', checkHtmlLinks(html)), ...said('.pdf', inPdf)];
  });
  return findings.length === 0 ? passed() : failed(`${findings.length} findings`, ...findings);
}
