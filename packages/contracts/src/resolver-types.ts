import { existsSync, readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { inRoot, type SubgraphSource } from './subgraphs.ts';

const scalars = {
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date | string' },
  Date: 'string',
  LocalTime: 'string',
  Duration: 'string',
  Decimal: 'string',
  CurrencyCode: 'string',
  CountryCode: 'string',
  Locale: 'string',
  TimeZone: 'string',
  URL: 'string',
};

/**
 * Resolver types of one subgraph. `mappers.json` beside its SDL names the TypeScript type behind a GraphQL type, written
 * as `../domain/order.ts#Order as OrderModel`.
 */
export async function resolverTypes({ name, sdl }: SubgraphSource): Promise<string> {
  const mappersFile = inRoot('subgraphs', name, 'mappers.json');
  const mappers = existsSync(mappersFile) ? JSON.parse(readFileSync(mappersFile, 'utf8')) : {};
  const config = {
    federation: true,
    contextType: '../context.ts#Context',
    mappers,
    scalars,
    enumsAsTypes: true,
    useTypeImports: true,
    emitLegacyCommonJSImports: false,
    defaultScalarType: 'unknown',
    inputMaybeValue: 'T | null | undefined',
    avoidOptionals: { field: false },
  };
  const text = await codegen({
    filename: 'resolver-types.ts',
    schema: parse(sdl),
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return `// Generated from schema.graphql by \`pnpm generate\`. Do not edit.\n${text}\n`;
}
