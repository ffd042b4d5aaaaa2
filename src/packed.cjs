// The packed program: where it is, and what it was made of; even Node 12 reads this file.
// biome-ignore-all lint/style/useNodejsImportProtocol: Node 12 does not know node:
'use strict';

const fs = require('fs');
const path = require('path');

const modules = path.join(__dirname, '..', 'node_modules');
const packed = path.join(modules, '.cache', 'jaarcijfers', 'packed');

/** Every file that the program is made of, a line each: path, size in bytes, time of its last change. */
function fingerprint() {
  const installed = path.join(modules, '.package-lock.json');
  return [describe(installed), ...describeAll(__dirname)].join('\n');
}

function describeAll(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [].concat(
    ...entries.map(entry => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? describeAll(file) : [describe(file)];
    }),
  );
}

function describe(file) {
  const { size, mtimeMs } = fs.statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** The packed program's first file, or undefined when there is none or src/ has changed since. */
function findPacked() {
  try {
    if (fs.realpathSync(modules) !== modules) return undefined;
    if (fs.readFileSync(path.join(packed, 'sources.txt'), 'utf8') !== fingerprint()) return undefined;
    return path.join(packed, 'cli.mjs');
  } catch (_) {
    return undefined;
  }
}

module.exports = { findPacked, fingerprint, packed };
