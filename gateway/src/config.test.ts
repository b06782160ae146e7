import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { openDatabase, prepareDataDir } from './database.ts';

const secret = 'x'.repeat(32);

describe('the settings', () => {
  it('may all be left out', () => {
    const { serviceSecret, tokenKeys, dataDir, ...config } = readConfig({});
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: undefined,
      logLevel: 'info',
      workers: 1,
      remote: {},
      foreign: {},
      supergraphFile: undefined,
      tokenNames: { issuer: 'passerelle', audience: 'passerelle' },
      introspection: true,
      demo: true,
      trustedDocuments: false,
      isFast: true,
      isPassing: true,
      knowsRequests: true,
      isOwnClient: true,
      isCompressing: true,
      shortcuts: {
        compiledQueries: true,
        stockCache: true,
        locationCache: true,
        groupedReservations: true,
        groupedOrders: true,
      },
      exits: { file: undefined, secrets: {} },
      load: { requestsPerSecond: 0, burst: 0, mostInFlight: 1000, isBehindProxy: false },
    });
    expect(serviceSecret).toHaveLength(36);
    expect(dataDir).toMatch(/\.data$/);
    expect(tokenKeys).toEqual({ developmentKeyFile: expect.stringContaining('.data') });
  });

  it('take a blank one for one left out', () => {
    expect(readConfig({ PORT: '', TOKEN_JWKS_URL: ' ', SUBGRAPH_ORDERS_URL: '' }).remote).toEqual({});
  });

  it('name the subgraphs served elsewhere', () => {
    const url = 'http://stores:4000/graphql';
    const config = readConfig({ SUBGRAPH_STORE_NETWORK_URL: url, SERVICE_SECRET: secret });
    expect(config).toMatchObject({ remote: { 'store-network': url }, serviceSecret: secret });
  });

  it('name the subgraphs of other people', () => {
    const config = readConfig({
      SUBGRAPH_PRODUCT_CATALOGUE_URL: 'http://catalogue:4000/',
      SUPERGRAPH_FILE: 'my.graphql',
    });
    expect(config).toMatchObject({
      remote: {},
      foreign: { PRODUCT_CATALOGUE: 'http://catalogue:4000/' },
      supergraphFile: 'my.graphql',
    });
  });

  it('show nothing and load nothing in production unless told', () => {
    const production = { NODE_ENV: 'production', TOKEN_JWKS_URL: 'https://id.example.com/keys' };
    expect(readConfig(production)).toMatchObject({ introspection: false, demo: false, trustedDocuments: true });
    expect(readConfig({ ...production, INTROSPECTION: 'on' })).toMatchObject({ introspection: true });
  });

  it('hold each client to 200 requests a second in production unless told', () => {
    const production = { NODE_ENV: 'production', TOKEN_JWKS_URL: 'https://id.example.com/keys' };
    expect(readConfig(production).load).toMatchObject({ requestsPerSecond: 200, burst: 400 });
    expect(readConfig({ RATE_LIMIT: '5', RATE_BURST: '7' }).load).toMatchObject({ requestsPerSecond: 5, burst: 7 });
  });

  it.each([
    [{ PORT: 'four' }, 'PORT is "four", but must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000", but must be a whole number from 0 to 65535.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but must be one of trace, debug, info, warn, error, fatal, silent.'],
    [{ INTROSPECTION: 'yes' }, 'INTROSPECTION is "yes", but must be one of on, off.'],
    [{ NODE_ENV: 'production' }, 'TOKEN_JWKS_URL must be set when NODE_ENV is production.'],
    [{ DATABASE_URL: 'there' }, 'DATABASE_URL is not a URL.'],
    [{ SERVICE_SECRET: 'short' }, 'SERVICE_SECRET must have 32 characters or more.'],
    [{ SUBGRAPH_ORDERS_URL: 'there', SERVICE_SECRET: secret }, 'SUBGRAPH_ORDERS_URL is not a URL.'],
    [
      { SUBGRAPH_ORDERS_URL: 'http://orders/graphql' },
      'SERVICE_SECRET must be set: subgraphs served elsewhere share it with the gateway.',
    ],
  ])('%j are refused in one line', (source, message) => {
    expect(() => readConfig(source)).toThrow(expect.objectContaining({ message }));
  });

  it('are refused with every problem at once', () => {
    const wrong = { PORT: 'x', LOG_LEVEL: 'y', NODE_ENV: 'production' };
    expect(() => readConfig(wrong)).toThrow(/TOKEN_JWKS_URL.*\nPORT.*\nLOG_LEVEL/);
  });
});

describe('what cannot be used is told in one line, with no password', () => {
  const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: '/nowhere' });

  it.each([
    ['postgres://me:hush@127.0.0.1:1/x', 'nothing listens there'],
    ['postgres://me:hush@no-such-host.invalid/x', 'the host is not known'],
    ['mysql://me:hush@127.0.0.1:1/x', 'it is not a postgres:// URL'],
  ])('%s', async (url, reason) => {
    await expect(open(url)).rejects.toThrow(`DATABASE_URL names a database that cannot be used: ${reason}.`);
  });

  it('a data folder that is none', async () => {
    await expect(prepareDataDir('/dev/null/x')).rejects.toThrow('DATA_DIR is /dev/null/x, which cannot be written to');
  });
});
