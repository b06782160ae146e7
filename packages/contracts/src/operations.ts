import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Who sends the stored operations; `service` are the calls between subgraphs. */
export const clients = ['storefront', 'store-app', 'partner', 'internal', 'service'] as const;
export type Client = (typeof clients)[number];

/** Holds a folder a client. */
export const operationsFolder = path.join(import.meta.dirname, '../operations');

/** Text of a stored operation, for example `readOperation('storefront', 'Checkout')`. */
export const readOperation = (client: Client, name: string): string =>
  readFileSync(path.join(operationsFolder, client, `${name}.graphql`), 'utf8');

/** The variables beside a stored operation; undefined when there are none. */
export function readVariables(client: Client, name: string): Readonly<Record<string, unknown>> | undefined {
  const file = path.join(operationsFolder, client, `${name}.variables.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Names of a client's stored operations. */
export const listOperations = (client: Client): string[] =>
  readdirSync(path.join(operationsFolder, client))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => path.basename(file, '.graphql'))
    .sort();
