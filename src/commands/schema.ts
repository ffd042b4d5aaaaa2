// The command `schema`: the JSON Schemas from which editors complete YAML, written anew from the one schema.

import { join } from 'node:path';
import { conceptsJsonSchema } from '../concepts/schema.ts';
import { jsonSchemas } from '../edition/schema.ts';
import { vocabularyJsonSchema } from '../language/vocabulary-schema.ts';
import { type OutputFile, writeAll } from './files.ts';
import type { Machine } from './machine.ts';

/** The schema files with their paths relative to the project. */
export function schemaFiles(): OutputFile[] {
  const schemas = {
    ...jsonSchemas(),
    'woorden.schema.json': vocabularyJsonSchema(),
    'begrippen.schema.json': conceptsJsonSchema(),
  };
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schema/${name}`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}

/** Writes the schemas into schema/ and gives their paths. */
export function writeSchemas({ root, processId }: Machine): string[] {
  const files = schemaFiles();
  writeAll(
    files.map(file => ({ ...file, path: join(root, file.path) })),
    processId,
  );
  return files.map(file => file.path);
}
