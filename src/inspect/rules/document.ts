// Rules on the file as a whole: what it says of itself, for readers and archives.

import { listOf } from '../../pdf/file.ts';
import { isStream, nameOf } from '../../pdf/values.ts';
import { atElement, type Finding, type Rule } from '../rule.ts';

function unless(holds: boolean, message: string): Finding[] {
  return holds ? [] : [{ message }];
}

const language: Rule = {
  id: 'language',
  source: 'PDF/UA-1 7.2',
  title: 'The file says its language, and elements say theirs by a code',
  check: inspection => {
    const { file, elements } = inspection;
    const language = file.get(file.catalog, 'Lang');
    const strange = elements.filter(one => one.language !== undefined && !isLanguage(one.language));
    return [
      ...unless(typeof language === 'string' && isLanguage(language), 'the catalog has no Lang'),
      ...strange.map(one => atElement(inspection, one, `"${one.language}" is no code of a language`)),
    ];
  },
};

/** A language with its script, region and the like, as in `nl-NL` (RFC 3066); an empty one is unknown. */
function isLanguage(code: string): boolean {
  return /^(?:[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/i.test(code);
}

const title: Rule = {
  id: 'title',
  source: 'PDF/UA-1 7.1',
  title: 'The file has a title, and its window shows that',
  check: ({ file, xmp }) => [
    ...unless((xmp?.get('dc:title') ?? '') !== '', 'the metadata have no dc:title'),
    ...unless(
      file.get(file.get(file.catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true,
      'DisplayDocTitle is not true',
    ),
  ],
};

const metadata: Rule = {
  id: 'metadata',
  source: 'PDF/UA-1 7.1, PDF/A-2 6.6.2',
  title: 'The file has XMP metadata, not compressed',
  check: ({ file }) => {
    const stream = file.get(file.catalog, 'Metadata');
    if (!isStream(stream)) return [{ message: 'the catalog has no Metadata' }];
    return unless(!stream.entries.has('Filter'), 'the metadata are compressed');
  },
};

const pairs = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const;

const metadataAgree: Rule = {
  id: 'metadata-agree',
  source: 'PDF/A-2 6.6.3',
  title: 'The document information says the same as the metadata',
  check: ({ information, xmp }) =>
    pairs.flatMap(([key, name]): Finding[] => {
      const [old, present] = [information.get(key), xmp?.get(name) ?? ''];
      if (old === undefined || xmp === undefined) return [];
      const isSame = key.endsWith('Date') ? digits(old) === digits(present) : old === present;
      return unless(isSame, `${key} is "${old}" and ${name} is "${present}"`);
    }),
};

/** A moment to the second, in figures; a zone without hours and minutes is UTC. */
function digits(date: string): string {
  return date.replace(/[^\d]/g, '').slice(0, 14);
}

const accessibleIdentifier: Rule = {
  id: 'pdfua-identifier',
  source: 'PDF/UA-1 5',
  title: 'The file says that it follows PDF/UA-1',
  check: ({ xmp }) => unless(xmp?.get('pdfuaid:part') === '1', 'the metadata have no pdfuaid:part 1'),
};

const archiveIdentifier: Rule = {
  id: 'pdfa-identifier',
  source: 'PDF/A-2 6.6.4',
  title: 'The file says that it follows PDF/A',
  check: ({ xmp }) =>
    unless(
      /^[123]$/.test(xmp?.get('pdfaid:part') ?? '') && /^[ABU]$/.test(xmp?.get('pdfaid:conformance') ?? ''),
      'the metadata have no pdfaid:part and pdfaid:conformance',
    ),
};

const outputIntent: Rule = {
  id: 'output-intent',
  source: 'PDF/A-2 6.2.4.3',
  title: 'The colours of devices have a meaning: there is an output intent with a profile',
  check: ({ file, pages }) => {
    const used = new Set(pages.flatMap(({ colours }) => [...colours]));
    const intents = listOf(file, file.get(file.catalog, 'OutputIntents'));
    const isGiven = intents.some(
      intent => nameOf(file.get(intent, 'S')) === 'GTS_PDFA1' && isStream(file.get(intent, 'DestOutputProfile')),
    );
    return unless(isGiven || used.size === 0, `${[...used].join(' and ')} without an output intent`);
  },
};

const fileIdentifier: Rule = {
  id: 'file-identifier',
  source: 'PDF/A-2 6.1.3',
  title: 'The trailer has an identifier',
  check: ({ file }) => {
    const parts = listOf(file, file.trailer.entries.get('ID')).filter(one => typeof one === 'string' && one !== '');
    return unless(parts.length === 2, 'the trailer has no ID');
  },
};

const header: Rule = {
  id: 'header',
  source: 'PDF/A-2 6.1.2',
  title: 'The file begins with %PDF-1. and a comment of four bytes that are no text',
  check: ({ file }) => {
    const start = Buffer.from(file.bytes.subarray(0, 40)).toString('latin1');
    return unless(/^%PDF-1\.[0-7]\r?[\n\r]%[\x80-\xFF]{4}/.test(start), `it begins with "${start.slice(0, 9)}"`);
  },
};

const noScripts: Rule = {
  id: 'no-scripts',
  source: 'PDF/A-2 6.5.1',
  title: 'The file runs and opens nothing by itself',
  check: ({ file, annotations }) => {
    const names = file.get(file.get(file.catalog, 'Names'), 'JavaScript');
    const risky = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'ResetForm', 'Rendition', 'Movie', 'Sound'];
    const opening = nameOf(file.get(file.get(file.catalog, 'OpenAction'), 'S')) ?? '';
    const actions = annotations.filter(({ dictionary }) =>
      risky.includes(nameOf(file.get(file.get(dictionary, 'A'), 'S')) ?? ''),
    );
    return [
      ...unless(names === null && file.get(file.catalog, 'AA') === null, 'the catalog has scripts'),
      ...unless(!risky.includes(opening), `the file opens with the action ${opening}`),
      ...actions.map(({ object, page }) => ({ message: 'an annotation with an action', page: page.number, object })),
    ];
  },
};

/** The rules on the file as a whole. */
export const documentRules: readonly Rule[] = [
  language,
  title,
  metadata,
  metadataAgree,
  accessibleIdentifier,
  archiveIdentifier,
  outputIntent,
  fileIdentifier,
  header,
  noScripts,
];
