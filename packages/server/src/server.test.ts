import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GraphQLError, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  anonymous,
  callerWire,
  developmentKeyFile,
  EnvironmentError,
  firstDenied,
  maskError,
  readEnvironment,
  readScopeRules,
  scalars,
  serviceCaller,
  signDevelopmentToken,
  tokenVerifier,
} from './index.ts';

describe('the environment', () => {
  it('is read with its defaults', () => {
    const config = readEnvironment({ PORT: '4001' }, (env) => ({
      port: env.integer('PORT', 4000, { max: 65535 }),
      level: env.oneOf('LOG_LEVEL', ['info', 'debug'], 'info'),
    }));
    expect(config).toEqual({ port: 4001, level: 'info' });
  });

  it('tells every problem at once', () => {
    const read = () =>
      readEnvironment({ PORT: 'x', LOG_LEVEL: 'loud', TARGET: 'no url' }, (env) => {
        env.integer('PORT', 4000);
        env.oneOf('LOG_LEVEL', ['info'], 'info');
        env.url('TARGET');
        env.text('SECRET');
      });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT[\s\S]*LOG_LEVEL[\s\S]*TARGET[\s\S]*SECRET must be set/);
  });
});

describe('the mask', () => {
  const masked = (code: string | undefined) => {
    const logged: unknown[] = [];
    const error = new GraphQLError('relation "secret" does not exist', { extensions: code ? { code, url: 'x' } : {} });
    return { formatted: maskError(error.toJSON(), error, (fault) => logged.push(fault)), logged };
  };

  it('lets a named code pass with its message and nothing else', () => {
    const { formatted, logged } = masked('BAD_USER_INPUT');
    expect(formatted.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(logged).toEqual([]);
  });

  it.each([undefined, 'DOWNSTREAM_SERVICE_ERROR', 'ECONNREFUSED'])('hides and logs %s', (code) => {
    const { formatted, logged } = masked(code);
    expect(JSON.stringify(formatted)).not.toContain('secret');
    expect(formatted.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(logged).toHaveLength(1);
  });
});

describe('scopes', () => {
  const rules = readScopeRules(
    parse(`
      type Order @requiresScopes(scopes: [["orders:read"], ["a", "b"]]) { id: ID! secret: Int @authenticated }
      extend type Query { order: Order }`),
  );
  const caller = (...scopes: string[]) => ({ ...anonymous, kind: 'user' as const, scopes: new Set(scopes) });
  const all = [...rules.values()];

  it('are read from types and fields', () => {
    expect([...rules.keys()]).toEqual(['Order', 'Order.secret']);
  });

  it.each([
    [caller('orders:read'), undefined],
    [caller('a', 'b'), undefined],
    [caller('a'), 'Order'],
    [caller(), 'Order'],
    [anonymous, 'Order'],
  ])('need one alternative in full', (who, denied) => {
    expect(firstDenied(all, who)?.coordinate).toBe(denied);
  });
});

describe('tokens', () => {
  let file: string;
  beforeAll(async () => {
    file = developmentKeyFile(await mkdtemp(path.join(tmpdir(), 'passerelle-key-')));
  });

  it('carry who, which scopes, and which rows', async () => {
    const token = await signDevelopmentToken(file, 'store-staff', { locationIds: ['loc_1'] });
    const verify = await tokenVerifier({ developmentKeyFile: file });
    const caller = await verify(token);
    expect(caller).toMatchObject({ kind: 'user', subject: 'development-store-staff', locationIds: ['loc_1'] });
    expect(caller.scopes.has('fulfillment:write')).toBe(true);
  });

  it('never carry service scopes', async () => {
    const token = await signDevelopmentToken(file, 'operator', { scopes: ['orders:read', 'service:orders'] });
    const verify = await tokenVerifier({ developmentKeyFile: file });
    expect([...(await verify(token)).scopes]).toEqual(['orders:read']);
  });

  it('are refused when expired or signed by somebody else', async () => {
    const verify = await tokenVerifier({ developmentKeyFile: file });
    await expect(verify(await signDevelopmentToken(file, 'shopper', { expiresIn: '-2m' }))).rejects.toThrow();
    const foreign = developmentKeyFile(await mkdtemp(path.join(tmpdir(), 'passerelle-key-')));
    await expect(verify(await signDevelopmentToken(foreign, 'shopper'))).rejects.toThrow();
  });
});

describe('the caller between our processes', () => {
  it('survives the wire, and a forged one does not', async () => {
    const text = await callerWire('one secret').seal(serviceCaller('orders'));
    expect(await callerWire('one secret').open(text)).toMatchObject(serviceCaller('orders'));
    await expect(callerWire('another').open(text)).rejects.toThrow();
  });
});

describe('scalars', () => {
  it.each([
    ['DateTime', '2026-11-22T10:30:00+01:00'],
    ['Date', '2026-02-28'],
    ['LocalTime', '23:59'],
    ['Duration', 'PT15M'],
    ['Decimal', '-12.90'],
    ['CurrencyCode', 'EUR'],
    ['CountryCode', 'FR'],
    ['Locale', 'fr-FR'],
    ['TimeZone', 'Europe/Paris'],
    ['URL', 'https://example.com/'],
  ] as const)('%s reads %s', (name, text) => {
    expect(() => scalars[name].parseValue(text)).not.toThrow();
  });

  it.each([
    ['DateTime', '2026-11-22T10:30:00'],
    ['DateTime', '2026-13-22T10:30:00Z'],
    ['Date', '2026-02-30'],
    ['LocalTime', '24:00'],
    ['Duration', 'P1M'],
    ['Decimal', '1e3'],
    ['Decimal', 1.5],
    ['CurrencyCode', 'eur'],
    ['CountryCode', 'FRA'],
    ['Locale', 'not a locale'],
    ['TimeZone', 'Mars/Olympus'],
    ['URL', 'http://example.com/'],
  ] as const)('%s refuses %s', (name, text) => {
    expect(() => scalars[name].parseValue(text)).toThrow(GraphQLError);
  });

  it('instants go out in UTC', () => {
    expect(scalars.DateTime.serialize('2026-11-22T10:30:00+01:00')).toBe('2026-11-22T09:30:00.000Z');
  });
});
