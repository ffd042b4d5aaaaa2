// A table's YAML with every cell still to be filled in, set in columns as a person would.

/** The text with `?` in the place of every cell of its rows, and without the reasons of cells that were missing. */
export function blanked(text: string): string {
  const [before = '', rest = ''] = text.split(/^rows:\n/m);
  const end = /^(?! )/m.exec(rest)?.index ?? rest.length;
  const rows = rest.slice(0, end).replace(
    /\[([^\]]*)\]$/gm,
    (_, cells: string) =>
      `[${cells
        .split(',')
        .map(() => '?')
        .join(', ')}]`,
  );
  return `${before}rows:\n${rows}${rest.slice(end)}`;
}
