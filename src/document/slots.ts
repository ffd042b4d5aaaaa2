// Slots in finished HTML: elements whose text is put in afterwards.

/** The HTML with the text of the elements with these ids replaced; slots hold text only, without tags. */
export function fillSlots(html: string, slots: Readonly<Record<string, string>>): string {
  return html.replace(/(<span [^>]*\bid="([^"]+)"[^>]*>)[^<]*(<\/span>)/g, (found, open, id, close) => {
    const text = slots[id];
    return text === undefined ? found : `${open}${text}${close}`;
  });
}
