// Rules `html-figure` and `html-image`: a figure is one thing with a name, and every drawing says what it shows or is hidden.

import type { Breach } from './breach.ts';
import { around, type Element, type Markup, within, wordsIn } from './markup.ts';

/** Figures have a name, a caption and at most one drawing that is read; all images have an alternative. */
export function checkFigures({ elements }: Markup): Breach[] {
  const byId = new Map(elements.map(one => [one.attributes.get('id'), one]));
  return elements.flatMap(one => {
    if (one.name === 'figure') return checkFigure(one, byId);
    if (one.name === 'svg') return checkDrawing(one);
    return one.name === 'img' ? checkImage(one) : [];
  });
}

function checkFigure(figure: Element, byId: ReadonlyMap<string | undefined, Element>): Breach[] {
  const { attributes } = figure;
  const caption = within(figure).find(({ name }) => name === 'figcaption');
  const named = byId.get(attributes.get('aria-labelledby') ?? '');
  const name = attributes.get('aria-label')?.trim() || (named ? wordsIn(named) : '');
  const drawings = within(figure).filter(one => one.name === 'svg' && one.attributes.get('role') === 'img');
  const say = (isWrong: boolean, message: string, hint: string): Breach[] =>
    isWrong ? [{ rule: 'html-figure', message, hint, at: figure }] : [];
  return [
    ...say(
      attributes.get('role') !== 'group',
      'A figure is no group: the PDF would have it twice.',
      'Write <figure role="group">.',
    ),
    ...say(name === '', 'A figure has no name.', 'Write aria-labelledby="…" with the id of its <figcaption>.'),
    ...say(!caption || wordsIn(caption) === '', 'A figure has no caption.', 'Give it a <figcaption> with words.'),
    ...say(
      drawings.length > 1,
      `A figure has ${drawings.length} drawings that are read out.`,
      'Make two figures of it, or hide one drawing with aria-hidden="true".',
    ),
  ];
}

function checkDrawing(svg: Element): Breach[] {
  const { attributes } = svg;
  const isInner = around(svg).some(({ name }) => name === 'svg');
  const isHidden = [svg, ...around(svg)].some(one => one.attributes.get('aria-hidden') === 'true');
  const isImage = attributes.get('role') === 'img' && (attributes.get('aria-label') ?? '').trim() !== '';
  if (isInner || isHidden !== isImage) return [];
  return [
    {
      rule: 'html-figure',
      message: 'A drawing is neither described nor hidden.',
      hint: 'Write <svg role="img" aria-label="…">, or aria-hidden="true" for a mere sign.',
      at: svg,
    },
  ];
}

function checkImage(image: Element): Breach[] {
  if (image.attributes.has('alt')) return [];
  return [
    {
      rule: 'html-image',
      message: 'An image has no alt.',
      hint: 'Write alt="…" with what it shows; alt="" when it shows nothing.',
      at: image,
    },
  ];
}
