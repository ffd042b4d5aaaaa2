// Rules `html-document` and `html-heading`: what a document says of itself, and headings that follow one another.

import type { Breach } from './breach.ts';
import { type Element, type Markup, wordsIn } from './markup.ts';

/** A document has a language, a title, a description and one main part. */
export function checkHead({ elements }: Markup): Breach[] {
  const named = (name: string): Element[] => elements.filter(one => one.name === name);
  const description = named('meta').find(({ attributes }) => attributes.get('name') === 'description');
  const [title, ...titles] = named('title');
  const say = (isWrong: boolean, message: string, hint: string, at: Breach['at']): Breach[] =>
    isWrong ? [{ rule: 'html-document', message, hint, at }] : [];
  return [
    ...say(
      !named('html')[0]?.attributes.get('lang'),
      'The document does not say its language.',
      'Write <html lang="nl">.',
      '<html',
    ),
    ...say(
      !title || wordsIn(title) === '' || titles.length > 0,
      'The document has no title, or more than one.',
      'Give publication.yaml a title, and the template one <title>.',
      title ?? '<head',
    ),
    ...say(
      !description?.attributes.get('content')?.trim(),
      'The document has no description.',
      'Give publication.yaml a description, and the template its <meta name="description">.',
      description ?? 'description:',
    ),
    ...say(
      named('main').length !== 1,
      `The document has ${named('main').length} elements <main>.`,
      'Put all that is no cover and no contents in one <main>.',
      named('main')[1] ?? '<body',
    ),
  ];
}

/** One h1, no empty heading, and no level skipped on the way down. */
export function checkHeadings({ elements }: Markup): Breach[] {
  const headings = elements.filter(({ name }) => /^h[1-6]$/.test(name));
  const titles = headings.filter(({ name }) => name === 'h1');
  const level = (one: Element | undefined): number => Number(one?.name.slice(1) ?? 0);
  const skipping = headings.filter((one, index) => level(one) > level(headings[index - 1]) + 1);
  const breach = (message: string, hint: string, at: Breach['at']): Breach => ({
    rule: 'html-heading',
    message,
    hint,
    at,
  });
  return [
    ...(titles.length === 1
      ? []
      : [
          breach(
            `The document has ${titles.length} headings h1; it must have one.`,
            'Give the title of the publication the only <h1>.',
            titles[1] ?? '<body',
          ),
        ]),
    ...headings
      .filter(one => wordsIn(one) === '')
      .map(one => breach(`A heading ${one.name} has no words.`, 'Write its words, or take the heading away.', one)),
    ...skipping.map(one =>
      breach(
        `The heading "${wordsIn(one)}" is an ${one.name}, and skips a level.`,
        'Choose the level below that of the heading it belongs to.',
        one,
      ),
    ),
  ];
}
