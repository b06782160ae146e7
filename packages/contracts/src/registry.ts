import { createHash } from 'node:crypto';
import { type Client, listOperations, readOperation } from './operations.ts';

/** Documents by SHA-256 of their text, in hexadecimal. */
export type Registry = ReadonlyMap<string, string>;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The stored documents of a client, each under the hash of its text with and without white space around it. */
export const readRegistry = (client: Client): Registry =>
  registryOf(listOperations(client).map((name) => readOperation(client, name)));

export const registryOf = (texts: readonly string[]): Registry =>
  new Map(texts.flatMap((text) => [text, text.trim()].map((form) => [hashOf(form), text.trim()] as const)));
