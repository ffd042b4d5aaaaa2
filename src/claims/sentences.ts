// The sentences of a Markdown text, by their offsets: what a number and a word beside it have in common.

/** A stretch of text from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence and whether it is quoted from a speaker. */
export interface Sentence extends Span {
  /** Who said it, when it stands in a quotation with a speaker. */
  readonly speaker?: string;
}

/** A line that stands on its own: a heading, the edge of a box, an item of a list, the words of a note. */
const ownLine = /^(?:#{1,6}\s|:{3,}|\s*[-*+]\s|\s*\d+[.)]\s|\[\^[^\]]+\]:)/;

/** An end of a sentence, with what closes it, before a capital, a quote or a value. */
const sentenceEnd = /[.!?…]["”’)]*(?:\[\^[^\]]+\])*\s+(?=["“‘(*[]*[\p{Lu}\d\uE000])/gu;

/** Abbreviations after which a sentence goes on. */
const abbreviation =
  /(?:^|\s|\()(?:nr|art|par|blz|bijv|enz|ca|resp|mr|dr|prof|drs|ing|ir|\p{L}|(?:\p{L}\.){1,3}\p{L}{1,2})\.$/iu;

/** The sentences of a text, in order; white space between them belongs to none. */
export function sentencesOf(text: string): Sentence[] {
  return blocksOf(text).flatMap(block => split(text, block));
}

/** The paragraphs, headings, items, notes and edges of boxes of a text, in order; a quotation with its speaker is one. */
export function blocksOf(text: string): Sentence[] {
  const blocks: Sentence[] = [];
  let start = 0;
  let at = 0;
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') blocks.push(withSpeaker(text, { start, end }));
    start = end;
  };
  for (const line of text.split('\n')) {
    const previous = text.slice(start, at);
    const startsNew = line.trim() === '' || ownLine.test(line) || /^(?:#{1,6}\s|:{3,})/.test(previous);
    if (startsNew) close(at);
    at += line.length + 1;
  }
  close(text.length);
  return blocks;
}

/** A quotation's last line may name its speaker. */
function withSpeaker(text: string, block: Span): Sentence {
  const words = text.slice(block.start, block.end);
  if (!/^\s*>/.test(words)) return block;
  const speaker = /\n\s*>\s*[—–-]\s+([^\n]+)\s*$/.exec(words)?.[1];
  return speaker === undefined ? block : { ...block, speaker: speaker.trim() };
}

function split(text: string, { start, end, ...rest }: Sentence): Sentence[] {
  const words = text.slice(start, end);
  const ends = [...words.matchAll(sentenceEnd)]
    .filter(match => !abbreviation.test(words.slice(0, match.index + 1)))
    .map(match => match.index + match[0].length);
  const starts = [0, ...ends];
  return starts.map((from, index) => ({
    ...rest,
    start: start + from,
    end: start + (starts[index + 1] ?? words.length),
  }));
}
