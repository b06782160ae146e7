import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { type DocumentNode, type GraphQLSchema, parse, printSchema, validate } from 'graphql';
import { operationOf } from './layers/operations.ts';
import { withLive } from './live.ts';
import { type Client, listOperations, readOperation } from './operations.ts';
import { hashOf } from './registry.ts';

const config = {
  scalars: { ID: 'string' },
  // Every scalar of ours is a text on the wire.
  defaultScalarType: 'string',
  enumsAsTypes: true,
  useTypeImports: true,
  skipTypename: true,
};

type Stored = { readonly name: string; readonly text: string; readonly document: DocumentNode };

/** The stored operations of a client as typed documents; those its API does not answer yet are left out. */
export async function clientTypes(client: Client, api: GraphQLSchema): Promise<string> {
  const schema = withLive(api);
  const operations = listOperations(client)
    .map((name): Stored => {
      const text = readOperation(client, name).trim();
      return { name, text, document: parse(text) };
    })
    .filter(({ document }) => validate(schema, document).length === 0);
  const types = await codegen({
    filename: `${client}.ts`,
    schema: parse(printSchema(schema)),
    documents: operations.map(({ name, document }) => ({ location: name, document })),
    config,
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
  });
  return [
    '// Generated from the stored operations by `pnpm generate`. Do not edit.',
    `import type { Document } from '../document.ts';`,
    '',
    types.trim(),
    '',
    ...operations.map(documentOf),
  ].join('\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function documentOf({ name, text, document }: Stored): string {
  const { operation } = operationOf(document);
  const type = `${name}${capital(operation)}`;
  const value = { name, kind: operation, text, hash: hashOf(text) };
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  return `export const ${constant}: Document<${type}, ${type}Variables, '${operation}'> = ${JSON.stringify(value, null, 2)};\n`;
}
