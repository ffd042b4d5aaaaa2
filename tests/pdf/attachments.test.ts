// The files and layers of a PDF, and the name trees that lead to them, as other programs may write them.

import { expect, test } from 'vitest';
import { listedNames, readAttachments } from '../../src/pdf/attachments.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { readOptionalContent } from '../../src/pdf/optionalcontent.ts';
import { reach } from '../../src/pdf/reach.ts';
import { classicPdf, deflated, stream } from './small.ts';

const open = (catalog: string, ...objects: string[]) =>
  openPdf(classicPdf([`<<${catalog}>>`, '<</Type /Pages /Kids [] /Count 0>>', ...objects]));

const text = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString('latin1');

test('a name tree may have nodes in nodes, and one that leads back to itself ends', () => {
  const file = open(
    '/Names <</EmbeddedFiles 3 0 R>>',
    '<</Kids [4 0 R 5 0 R 3 0 R 3 0 R]>>',
    '<</Names [(a) <</F (a.txt) /EF <</F 6 0 R>>>>]>>',
    '<</Kids [3 0 R <</Names [(b) 7 0 R (c)]>>]>>',
    stream('een'),
    '<</UF <FEFF00E9> /EF <</F 8 0 R /DOS 9 0 R /UF 8 0 R>>>>',
    deflated('twee', '/Subtype /text#2Fplain /Params <</Size 4 /ModDate (D:2024) /CheckSum <00>>>'),
    stream('drie'),
  );
  expect(listedNames(file)).toEqual(['a', 'b', 'c']);
  const [first, second, ...others] = readAttachments(file);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ object: 4, name: 'a.txt', names: { F: 'a.txt', UF: '' }, isListed: true });
  expect(second).toMatchObject({ object: 7, name: 'é', names: { F: '', UF: 'é' }, isAssociated: false });
  expect(first?.streams.map(({ content }) => text(content()))).toEqual(['een']);
  expect(second?.streams.map(({ content }) => text(content()))).toEqual(['twee', 'drie']);
  expect(second?.streams[0]).toMatchObject({ mediaType: 'text/plain', size: 4, modified: 'D:2024', checksum: '\0' });
});

test('a file to which nothing leads any more is found, and what cannot be read hides no other', () => {
  const file = open('/AF [5 0 R]', stream('een'), '<</F (weg) /EF <</F 3 0 R>>>>', '<</F (een) /EF <</F 3 0 R>>>>');
  expect(readAttachments(file).map(({ name, isListed, isAssociated }) => [name, isListed, isAssociated])).toEqual([
    ['weg', false, false],
    ['een', false, true],
  ]);
  const whole = text(file.bytes);
  const damaged = openPdf(Buffer.from(whole.replace('4 0 obj', '9 9 obj'), 'latin1'));
  expect(readAttachments(damaged).map(({ name }) => name)).toEqual(['een']);
});

test('no files, and no layers', () => {
  expect(readAttachments(open(''))).toEqual([]);
  expect(readOptionalContent(open(''))).toBeUndefined();
});

test('layers are shown unless they are off, or where all are off but some', () => {
  const groups = ['<</Type /OCG /Name (Rood)>>', '<</Type /OCG /Name <FEFF00E9>>>'];
  const shown = (configuration: string) =>
    readOptionalContent(open(`/OCProperties <</OCGs [3 0 R 4 0 R] /D <<${configuration}>>>>`, ...groups))?.groups;
  expect(shown('')).toEqual([
    { object: 3, name: 'Rood', isShown: true },
    { object: 4, name: 'é', isShown: true },
  ]);
  expect(shown('/OFF [4 0 R]')?.map(({ isShown }) => isShown)).toEqual([true, false]);
  expect(shown('/BaseState /OFF /ON [4 0 R]')?.map(({ isShown }) => isShown)).toEqual([false, true]);
});

test('a list of layers has those in the lists in it, without their titles', () => {
  const catalog =
    '/OCProperties <</OCGs [3 0 R 4 0 R] /D <</Name (A) /Order [(Kleur) [3 0 R 5 0 R]]>> /Configs [<</AS []>> 6 0 R]>>';
  const file = open(catalog, '<</Name (a)>>', '<</Name (b)>>', '[4 0 R 5 0 R]');
  expect(readOptionalContent(file)?.configurations).toEqual([
    { name: 'A', order: new Set([3, 4]), hasAutomaticStates: false },
    { name: '', hasAutomaticStates: true },
  ]);
});

test('what a value leads to is found once, also in a circle', () => {
  const file = open('/A 3 0 R', '<</B [4 0 R 3 0 R] /C <</D 4 0 R>>>>', '<</Up 3 0 R>>');
  const visited: number[] = [];
  const found = reach({ object: 3 }, file.resolve, (_, object) => visited.push(object));
  expect([...found].sort()).toEqual([3, 4]);
  expect(visited.sort()).toEqual([3, 3, 4]);
});
