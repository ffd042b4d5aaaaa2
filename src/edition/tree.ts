// The files below a folder, and in which of them two states of a project differ.

import type { Files } from './files.ts';

/** The files below a folder, hidden ones apart, with their paths from the project's own. */
export function filesBelow(files: Files, folder: string): string[] {
  return files.list(folder).flatMap(name => {
    const path = `${folder}/${name}`;
    return name.endsWith('/') ? filesBelow(files, path.slice(0, -1)) : [path];
  });
}

/** The paths below a folder that only one of two states has, or that have other bytes. */
export function differingFiles(one: Files, other: Files, folder: string): string[] {
  const paths = [...new Set([...filesBelow(one, folder), ...filesBelow(other, folder)])];
  return paths.filter(path => {
    const [before, after] = [one.readBytes(path), other.readBytes(path)];
    return !before || !after || Buffer.compare(before, after) !== 0;
  });
}
