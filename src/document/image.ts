// Images beside a text, carried inside the document.

import type { Files } from '../edition/files.ts';

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** Gives an image of a folder as a data URI; undefined for a path, an unknown type or a file that is not there. */
export function images(files: Files, folder: string): (name: string) => string | undefined {
  return name => {
    const ending = /^[\w.-]+\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
    const type = ending === undefined ? undefined : types[ending];
    const bytes = type === undefined ? undefined : files.readBytes(`${folder}/${name}`);
    return bytes && `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  };
}
