// Every tiny project of tests/input, checked as the command does, gives what tests/output holds.

import { describe, expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import type { Machine } from '../src/commands/machine.ts';
import { prepareEdition, prepareHouse, preparePublication } from '../src/commands/prepare.ts';
import { hasErrors } from '../src/diagnostics/diagnostic.ts';
import { formatReport } from '../src/diagnostics/report.ts';
import { expectGolden, expectNoGolden, goldenFolders } from './golden.ts';
import { caseMachine, caseNames } from './project.ts';

describe.each(caseNames())('case %s', name => {
  test('gives its diagnostics and, when sound, its document', async () => {
    const machine = caseMachine(name);
    const { diagnostics } = await check([], machine);
    const report = `${name}/diagnostics.txt`;
    if (diagnostics.length > 0) expectGolden(report, `${formatReport(diagnostics, { colour: false })}\n`);
    else expectNoGolden(report);
    const document = `${name}/body.html`;
    if (hasErrors(diagnostics)) expectNoGolden(document);
    else expectGolden(document, await bodyOf(machine));
    for (const { rule, hints, place } of diagnostics) {
      expect(hints, `hints of ${rule}`).not.toHaveLength(0);
      expect(place, `place of ${rule}`).toBeDefined();
    }
  });
});

test('every output belongs to a case', () => {
  const folders = [...goldenFolders('diagnostics.txt'), ...goldenFolders('body.html')];
  expect(folders.filter(folder => !caseNames().includes(folder))).toEqual([]);
});

/** The body of every publication without its drawings and soft hyphens. */
async function bodyOf(machine: Machine): Promise<string> {
  const { house } = prepareHouse(machine);
  if (!house) throw new Error('The theme or the words of the house have errors.');
  const checked = prepareEdition(2023, machine);
  const bodies = checked.edition.publications.map(async publication => {
    const workshop = { machine, house, draw: 'specifications', onPhase: () => {} } as const;
    const html = (await preparePublication(checked, publication, workshop)).prepared?.document.html ?? '';
    return html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<svg[^>]*role="img"[\s\S]*?<\/svg>/g, '<svg/>');
  });
  return (await Promise.all(bodies)).join('\n').replaceAll('\u00AD', '').replaceAll('\u00A0', '&nbsp;');
}
