import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/commands/schema.ts';
import { jsonSchemas } from '../../src/edition/schema.ts';

test('editors get a schema for every kind of file, with every key described in Dutch', () => {
  const schemas = jsonSchemas() as Record<string, { properties: Record<string, { description?: string }> }>;
  expect(Object.keys(schemas)).toEqual(['table.schema.json', 'publication.schema.json', 'edition.schema.json']);
  for (const [name, { properties }] of Object.entries(schemas))
    for (const [key, { description }] of Object.entries(properties)) expect(description, `${name} ${key}`).toBeTruthy();
});

test('the files in schema/ are those of the schema; `npx jaarcijfers schema` writes them anew', () => {
  for (const { path, content } of schemaFiles()) expect(readFileSync(path, 'utf8'), path).toBe(content);
});
