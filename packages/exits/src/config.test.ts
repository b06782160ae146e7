import { describe, expect, it } from 'vitest';
import { type ExitsConfigError, readExits } from './config.ts';

const secrets = { GOOD: `whsec_${Buffer.alloc(24, 'k').toString('base64')}`, SHORT: 'whsec_abc' };
const good = { url: 'https://risk.example.com/screen', secretsFrom: ['GOOD'] };
const problemsOf = (settings: unknown): readonly string[] => {
  try {
    readExits(typeof settings === 'string' ? settings : JSON.stringify(settings), secrets);
    return [];
  } catch (error) {
    return (error as ExitsConfigError).problems;
  }
};
const at = (exit: object, more: object = {}) =>
  problemsOf({ exits: { 'fraud.screen': { ...good, ...exit } }, ...more });

describe('settings of exits', () => {
  it('need an address and a secret; the rest has values of the point', () => {
    const { tenant, exits } = readExits(JSON.stringify({ exits: { 'fraud.screen': good } }), secrets);
    expect(tenant).toBe('default');
    expect(exits.get('fraud.screen')).toEqual({
      url: new URL(good.url),
      secrets: [secrets.GOOD],
      budgetMs: 2000,
      onFailure: 'HOLD',
      mode: 'LIVE',
      concurrency: 50,
      percentage: 100,
    });
  });

  it.each<[string, () => readonly string[], string]>([
    ['no JSON', () => problemsOf('{'), 'The file is not JSON'],
    ['no exits', () => problemsOf({}), 'exits is missing.'],
    [
      'a point that is none',
      () => problemsOf({ exits: { 'fraud.scan': good } }),
      'exits["fraud.scan"] is no point of the graph; there are order.validate',
    ],
    ['a misspelt setting', () => at({ bugdetMs: 5 }), 'exits["fraud.screen"].bugdetMs is no setting; there are url'],
    [
      'an address that is none',
      () => at({ url: 'risk' }),
      'exits["fraud.screen"].url must be an https or http address',
    ],
    [
      'a password in the address',
      () => at({ url: 'https://a:b@risk.example.com' }),
      'exits["fraud.screen"].url must be',
    ],
    [
      'a secret that is not set',
      () => at({ secretsFrom: ['NONE'] }),
      'exits["fraud.screen"].secretsFrom[0] names the variable NONE, which is not set.',
    ],
    [
      'a secret that is too short',
      () => at({ secretsFrom: ['SHORT'] }),
      'names the variable SHORT, which must hold whsec_',
    ],
    [
      'a budget that is none',
      () => at({ budgetMs: '2s' }),
      'exits["fraud.screen"].budgetMs must be a whole number from 10 to 10000, not "2s".',
    ],
    [
      'a policy that is none',
      () => at({ onFailure: 'SHUT' }),
      'exits["fraud.screen"].onFailure must be one of OPEN, CLOSED, HOLD',
    ],
    [
      'a policy that means nothing there',
      () => problemsOf({ exits: { 'sourcing.rank': { ...good, onFailure: 'HOLD' } } }),
      'exits["sourcing.rank"].onFailure must be one of OPEN, not',
    ],
    ['a mode that is none', () => at({ mode: 'ON' }), 'exits["fraud.screen"].mode must be one of LIVE, SHADOW, OFF'],
    [
      'a network that is none',
      () => at({}, { allowedAddresses: ['10.0.0.0/64'] }),
      'allowedAddresses[0] must be an address',
    ],
    [
      'this machine',
      () => at({ url: 'https://127.0.0.1/x' }),
      'url is 127.0.0.1, which is an internal address; list it in allowedAddresses',
    ],
    ['this machine by another name', () => at({ url: 'https://[::ffff:127.0.0.1]/x' }), 'is an internal address'],
    [
      'the metadata of a cloud',
      () => at({ url: 'https://169.254.169.254/latest' }),
      '169.254.169.254, which is an internal address',
    ],
    [
      'a public address in the clear',
      () => at({ url: 'http://203.0.113.7/x' }),
      '203.0.113.7, which is reached without encryption',
    ],
  ])('with %s are refused by name', (_title, problems, said) => {
    expect(problems().join('\n')).toContain(said);
  });

  it('tell every problem at once', () => {
    expect(at({ url: 'risk', budgetMs: 0, mode: 'ON' })).toHaveLength(3);
  });

  it('may list addresses of their own', () => {
    expect(at({ url: 'http://127.0.0.1:9/x' }, { allowedAddresses: ['127.0.0.0/8'] })).toEqual([]);
    expect(at({ url: 'http://[fd00::1]:9/x' }, { allowedAddresses: ['fd00::/8'] })).toEqual([]);
  });
});
