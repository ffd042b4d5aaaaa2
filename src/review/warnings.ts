// Warnings of the report: statements that did not change with their cells, or changed without them.

import type { StatementWarning } from '../diff/comparison.ts';
import { html, type Markup } from './markup.ts';
import {
  factsHtml,
  filterAttributes,
  fromTo,
  nothing,
  pageLink,
  publicationTitle,
  sectionHtml,
  sectionOf,
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
  const { id, kind, page, section, oldText, newText, sentence, cells } = warning;
  const of = register.find(warning);
  return html`<article class="change warning" id="${id}" ${filterAttributes('warnings', [of])}>
<h3>${warningTitle(warning)}</h3>
<p class="verdict">${kind === 'kept' ? html`Blijft <strong>${newText}</strong>` : fromTo(oldText, newText)}</p>
<blockquote class="quoted">${sentence}</blockquote>
${cells.length > 0 && html`<p class="label">Cijfers die veranderden</p><ul class="cells">${cells.map(cell => html`<li>${cell}</li>`)}</ul>`}
${factsHtml([publicationTitle(warning, register), pageLink(page, 'new', of), sectionHtml(section)])}
</article>
`;
}
