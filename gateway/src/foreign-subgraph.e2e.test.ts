import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeGraph, inRoot, readSubgraphs } from '@passerelle/contracts';
import { loadNetworkAndStock, smallRetailer } from '@passerelle/demo';
import { testDatabase } from '@passerelle/testing';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { startProgram } from '../test/programs.ts';
import { readSupergraph } from './supergraph.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-foreign-'));
const fileOf = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

it('serves a catalogue beside our own subgraphs, and the storefront sees its fields', async () => {
  await using database = await testDatabase();
  const retailer = smallRetailer();
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer });
  const sdl = readFileSync(inRoot('examples/catalogue/schema.graphql'), 'utf8');
  const { supergraph } = composeGraph([...readSubgraphs(), { name: 'catalogue', sdl, document: parse(sdl) }]);
  await using catalogue = await startProgram('examples/catalogue/src/main.ts', { PORT: '0' });
  await using gateway = await startProgram('gateway/src/main.ts', {
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: database.adminUrl,
    DEMO: 'off',
    LOG_LEVEL: 'fatal',
    SUPERGRAPH_FILE: fileOf('supergraph.graphql', supergraph),
    SUBGRAPH_CATALOGUE_URL: catalogue.url,
  });
  const sku = retailer.items[0]?.sku;
  const ask = async () => {
    const response = await fetch(`${new URL(gateway.url).origin}/graphql/storefront`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: readFileSync(inRoot('examples/catalogue/operations/Listing.graphql'), 'utf8'),
        variables: { channelId: 'chn_web', skus: [sku] },
      }),
    });
    return response.json();
  };
  const item = {
    name: expect.stringContaining(String(sku)),
    image: expect.stringMatching(/^https:/),
    price: { amount: expect.stringMatching(/\.90$/), currency: 'EUR' },
  };
  expect(await ask()).toEqual({ data: { availability: [expect.objectContaining({ sku, item })] } });

  await catalogue.end('SIGKILL');
  expect(await ask()).toMatchObject({
    data: { availability: [{ sku, item: { name: null, image: null, price: null } }] },
    errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
  });
});

it('takes a supergraph made for other routers', async () => {
  const { sdl, addresses } = await readSupergraph(inRoot('gateway/supergraph.graphql'));
  expect(sdl).not.toMatch(/(authenticated|requiresScopes)[^)]*for: SECURITY/);
  expect(addresses.get('orders')).toBe('http://orders:4000/graphql');
});

it.each([
  ['/nowhere/supergraph.graphql', 'ENOENT'],
  [fileOf('words.graphql', 'not a schema'), 'Syntax Error'],
  [fileOf('plain.graphql', 'type Query { a: Int }'), 'it has no subgraphs'],
])('refuses %s in one line', async (file, reason) => {
  await expect(readSupergraph(file)).rejects.toThrow(
    expect.objectContaining({ message: expect.stringContaining(reason) }),
  );
});
