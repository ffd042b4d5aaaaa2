// Rules `html-id`, `html-link` and `html-note`: every id once, every link with a name and a target, notes there and back.

import { nearestName } from '../diagnostics/suggest.ts';
import type { Breach } from './breach.ts';
import { around, type Element, hasClass, type Markup, within, wordsIn } from './markup.ts';

const references = ['aria-labelledby', 'aria-describedby', 'headers', 'for'];

/** Whatever refers to a place in the document finds it. */
export function checkLinks({ elements }: Markup): Breach[] {
  const byId = new Map<string, Element>();
  const twice: Breach[] = [];
  for (const one of elements) {
    const id = one.attributes.get('id');
    if (id === undefined) continue;
    if (id === '' || byId.has(id))
      twice.push({
        rule: 'html-id',
        message: `The id "${id}" is there twice, or empty.`,
        hint: 'Give each element of the template an id of its own.',
        at: one,
      });
    byId.set(id, one);
  }
  const links = elements.filter(({ name }) => name === 'a');
  return [
    ...twice,
    ...elements.flatMap(one => lostReferences(one, byId)),
    ...links.flatMap(one => checkLink(one, byId)),
    ...links
      .filter(one => around(one).some(parent => hasClass(parent, 'note-call')))
      .flatMap(one => checkNote(one, byId)),
  ];
}

function lostReferences(one: Element, byId: ReadonlyMap<string, Element>): Breach[] {
  const ids = references.flatMap(name => one.attributes.get(name)?.split(/\s+/) ?? []);
  return ids
    .filter(id => !byId.has(id))
    .map(id => ({
      rule: 'html-id',
      message: `<${one.name}> refers to the id "${id}", which is not there.`,
      hint: 'Correct the id, or give it to the element that is meant.',
      at: one,
    }));
}

/** Where a link within the document leads. */
function targetOf({ attributes }: Element): string | undefined {
  const address = attributes.get('href') ?? '';
  if (!address.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(address.slice(1));
  } catch {
    return address.slice(1);
  }
}

function checkLink(link: Element, byId: ReadonlyMap<string, Element>): Breach[] {
  const address = link.attributes.get('href') ?? '';
  const images = within(link).map(({ attributes }) => attributes.get('alt') ?? attributes.get('aria-label') ?? '');
  const name = link.attributes.get('aria-label') ?? `${wordsIn(link)}${images.join('')}`;
  const target = targetOf(link);
  return [
    ...(name.trim() === ''
      ? [
          {
            rule: 'html-link',
            message: `The link to "${address}" has no words.`,
            hint: 'Write between the square brackets where it leads: [woorden](adres).',
            at: address || link,
          } as const,
        ]
      : []),
    ...(target !== undefined && !byId.has(target)
      ? [
          {
            rule: 'html-link',
            message: `The link to "${address}" leads nowhere.`,
            hint: `Correct the address: nothing in the publication has that id.${offer(target, byId)}`,
            at: address,
          } as const,
        ]
      : []),
  ];
}

const mostOffered = 3;

/** The ids of headings that may be meant: those with the word in them, or else the one nearest to it. */
function offer(target: string, byId: ReadonlyMap<string, Element>): string {
  const headings = [...byId].flatMap(([id, { name }]) => (/^h[1-6]$/.test(name) ? [id] : []));
  const alike = headings.filter(id => target !== '' && id.includes(target.toLowerCase())).slice(0, mostOffered);
  const nearest = nearestName(target, headings);
  const found = alike.length > 0 ? alike : nearest === undefined ? [] : [nearest];
  if (found.length > 0) return ` Did you mean ${found.map(id => `"#${id}"`).join(' or ')}?`;
  return headings[0] === undefined ? '' : ` A heading has an id such as "#${headings[0]}".`;
}

/** A note that is called has a link back to one of its calls. */
function checkNote(call: Element, byId: ReadonlyMap<string, Element>): Breach[] {
  const note = byId.get(targetOf(call) ?? '');
  const back = note ? within(note).flatMap(one => targetOf(one) ?? []) : [];
  const isCall = (id: string): boolean => byId.get(id)?.attributes.get('href') === call.attributes.get('href');
  if (back.some(isCall)) return [];
  return [
    {
      rule: 'html-note',
      message: `The note "${wordsIn(call)}" has no link back to its call.`,
      hint: 'Give the call an id, and end the note with a link to it.',
      at: call,
    },
  ];
}
