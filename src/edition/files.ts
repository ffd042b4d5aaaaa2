// The project's files as the rooms see them: relative paths with forward slashes, nothing outside the project.

/** Read access to one project; every path is relative to its root. */
export interface Files {
  /** The file's text, or undefined when it is not there, not readable or not inside the project. */
  read(path: string): string | undefined;
  /** The file's bytes, or undefined as for `read`. */
  readBytes(path: string): Uint8Array | undefined;
  /** Names in a folder, sorted; folders end in `/`; empty when the folder is not there. */
  list(folder: string): readonly string[];
}
