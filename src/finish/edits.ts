// Changes to a stream of bytes, gathered in any order and carried out in one copy.

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
  readonly order: number;
}

/** Changes waiting to be carried out. */
export interface Edits {
  /** Puts text before an offset; of two at one offset the earlier stands first. */
  insert(at: number, text: string): void;
  /** Puts text in the place of what stands from one offset up to another. */
  replace(from: number, to: number, text: string): void;
  /** The bytes with all changes made; the bytes themselves when there are none. */
  apply(bytes: Uint8Array): Uint8Array;
}

/** No changes yet. */
export function createEdits(): Edits {
  const edits: Edit[] = [];
  return {
    insert(at, text) {
      edits.push({ at, remove: 0, text, order: edits.length });
    },
    replace(from, to, text) {
      edits.push({ at: from, remove: to - from, text, order: edits.length });
    },
    apply: bytes => (edits.length === 0 ? bytes : applyAll(bytes, edits)),
  };
}

function applyAll(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const ordered = edits.toSorted((a, b) => a.at - b.at || a.order - b.order);
  const most = ordered.reduce((sum, { text }) => sum + text.length, bytes.length);
  const made = Buffer.allocUnsafe(most);
  let [from, length] = [0, 0];
  for (const { at, remove, text } of ordered) {
    made.set(bytes.subarray(from, Math.max(from, at)), length);
    length += Math.max(0, at - from);
    length += made.write(text, length, 'latin1');
    from = Math.max(from, at + remove);
  }
  made.set(bytes.subarray(from), length);
  return made.subarray(0, length + bytes.length - from);
}
