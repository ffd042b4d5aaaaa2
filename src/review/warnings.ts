// Warnings of the report: statements that did not change with their cells, or changed without them.

import type { StatementWarning } from '../diff/comparison.ts';
import { html, type Markup, type Slot } from './markup.ts';
import {
  factsHtml,
  filterAttributes,
  headingsWords,
  nothing,
  pageLink,
  publicationTitle,
  sectionOf,
  withArrows,
} from './passage.ts';
import type { Register } from './register.ts';

/** The title of a warning. */
export function warningTitle({ kind, oldText, newText }: StatementWarning): string {
  return kind === 'kept'
    ? `“${newText}” is niet veranderd; de cijfers erachter wel`
    : `“${oldText}” is veranderd in “${newText}”; de cijfers erachter niet`;
}

/** The section of warnings; nothing when there are none. */
export function warningsHtml(register: Register): Markup {
  const { warnings } = register.comparison;
  if (warnings.length === 0) return nothing;
  return sectionOf(
    'waarschuwingen',
    'Waarschuwingen',
    html`<p class="about">Deze uitspraken veranderen niet mee met hun cijfers, of veranderen zonder hen. Dat kan goed zijn; kijk het na.</p>
${warnings.map(warning => warningHtml(warning, register))}`,
  );
}

function warningHtml(warning: StatementWarning, register: Register): Markup {
  const { id, page, section, newText, sentence, cells } = warning;
  const of = register.find(warning);
  return html`<article class="change warning" id="${id}" ${filterAttributes('warnings', [of])}>
<h3>${warningTitle(warning)}</h3>
<blockquote class="quoted">${quotedHtml(sentence, newText)}</blockquote>
${cells.length > 0 && html`<p class="label">Cijfers die veranderden</p><ul class="cells">${cells.map(cell => html`<li>${withArrows(cell)}</li>`)}</ul>`}
${factsHtml([publicationTitle(warning, register), pageLink(page, 'new', of), headingsWords(section, of)])}
</article>
`;
}

/** The sentence with the statement in it set off. */
function quotedHtml(sentence: string, statement: string): Slot {
  const at = statement === '' ? -1 : sentence.indexOf(statement);
  if (at < 0) return sentence;
  return html`${sentence.slice(0, at)}<strong>${statement}</strong>${sentence.slice(at + statement.length)}`;
}
