import { expect, test } from 'vitest';
import { ledgerJson } from '../../src/ledger/json.ts';
import { entry, ledgerOf } from './entries.ts';

test('an entry is one line, below the publication and its coverage', () => {
  const ledger = ledgerOf(entry(), entry({ id: 'n2', text: '<5 "é"\n' }));
  const text = ledgerJson(ledger);
  expect(JSON.parse(text)).toEqual(ledger);
  const lines = text.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '{',
    '  "publication": "verslag",',
    '  "reportingYear": 2023,',
    '  "coverage": {',
  ]);
  expect(lines.filter(line => line.startsWith('    {"id":"n'))).toHaveLength(2);
  expect(lines.slice(-4)).toEqual([`    ${JSON.stringify(ledger.entries[1])}`, '  ]', '}', '']);
});

test('a ledger without entries is JSON too', () => {
  expect(JSON.parse(ledgerJson(ledgerOf()))).toEqual(ledgerOf());
});
