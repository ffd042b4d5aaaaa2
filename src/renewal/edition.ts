// The edition.yaml of one reporting year → that of a later one: a draft, without the known differences of the former.

import { spliced } from '../edition/splice.ts';
import type { YamlFile } from '../edition/yaml.ts';
import { rewritten, scalarAt, withoutKey } from './keys.ts';
import type { Step } from './step.ts';

/** The edition a step later; `file` is what was typed of it. */
export function renewEdition(file: YamlFile, { to }: Step): string {
  const { text } = file.source;
  const said = { reportingYear: String(to), status: 'draft' };
  const changes = Object.entries(said).flatMap(([key, value]) => {
    const node = scalarAt(file, [key]);
    return node ? rewritten(text, node, () => value) : [];
  });
  return spliced(text, [...changes, ...withoutKey(file, 'differences')]);
}
