import { describe, expect, it } from 'vitest';
import {
  changedPairs,
  type Group,
  pagePairs,
  type SharingChannel,
  type SharingLocation,
  type SharingPolicy,
  type SharingRules,
  sharedChannelIds,
  standardDefaults,
  verdictOf,
} from './sharing.ts';
import { rulesAfter } from './sharing-change.ts';

const at = new Date('2026-11-22T09:00:00Z');
const any: Group<never> = { ids: [], types: [], regions: [], brands: [] };
const policy = (given: Partial<SharingPolicy> = {}): SharingPolicy => ({
  id: 'spl_1',
  name: 'A rule',
  kind: 'SELL',
  effect: 'DENY',
  isActive: true,
  channels: any,
  locations: any,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...given,
});
const web: SharingChannel = { id: 'chn_web', type: 'ECOMMERCE', region: 'fr', brand: 'cordelune' };
const market: SharingChannel = { id: 'chn_mkt', type: 'MARKETPLACE', region: null, brand: null };
const shop: SharingLocation = {
  id: 'loc_1',
  type: 'STORE',
  region: 'north',
  brands: ['cordelune', 'maisonnelle'],
  linkedChannelIds: ['chn_web', 'chn_mkt'],
};
const rules = (policies: SharingPolicy[], defaults = standardDefaults): SharingRules => ({
  policies,
  defaults,
  channels: [web, market],
});

describe('a policy names a pair', () => {
  it.each<[string, Partial<SharingPolicy>, string[]]>([
    ['any pair when it has no condition', {}, []],
    ['by channel', { channels: { ...any, ids: ['chn_web'] } }, ['chn_mkt']],
    ['by the brand of the channel', { channels: { ...any, brands: ['cordelune'] } }, ['chn_mkt']],
    ['by the region of the channel', { channels: { ...any, regions: ['fr'] } }, ['chn_mkt']],
    ['by the kind of channel', { channels: { ...any, types: ['MARKETPLACE'] } }, ['chn_web']],
    ['by location', { locations: { ...any, ids: ['loc_1'] } }, []],
    ['by one brand of the location', { locations: { ...any, brands: ['maisonnelle'] } }, []],
    ['by the region of the location', { locations: { ...any, regions: ['north'] } }, []],
    ['not by the region of others', { locations: { ...any, regions: ['south'] } }, ['chn_mkt', 'chn_web']],
    [
      'not when one of its conditions fails',
      { locations: { ...any, regions: ['north'], types: ['WAREHOUSE'] } },
      ['chn_mkt', 'chn_web'],
    ],
    ['not when it is switched off', { isActive: false }, ['chn_mkt', 'chn_web']],
    ['not when it is about returns', { kind: 'TAKE_BACK' }, ['chn_mkt', 'chn_web']],
  ])('%s', (_case, given, left) => {
    expect(sharedChannelIds(rules([policy(given)]), 'SELL', shop)).toEqual(left);
  });
});

describe('what holds', () => {
  const deny = policy({ id: 'spl_deny' });
  const allow = policy({ id: 'spl_allow', effect: 'ALLOW' });
  const closed = { SELL: 'DENY', TAKE_BACK: 'DENY' } as const;
  it.each<[string, SharingRules, boolean, string[]]>([
    ['is the default without a policy', rules([]), true, []],
    ['is a default that denies', rules([], closed), false, []],
    ['is an ALLOW against a default that denies', rules([allow], closed), true, ['spl_allow']],
    ['is a DENY against an ALLOW, whatever their order', rules([allow, deny]), false, ['spl_deny', 'spl_allow']],
  ])('%s', (_case, given, isAllowed, deciding) => {
    const verdict = verdictOf(given, 'SELL', web, shop);
    expect(verdict).toMatchObject({ isAllowed, isLinked: true });
    expect(verdict.policies.map(({ id }) => id)).toEqual(deciding);
  });

  it('never sells stock of a location that is not linked, but takes goods back where a policy says so', () => {
    const stranger = { ...shop, linkedChannelIds: [] };
    const back = policy({ kind: 'TAKE_BACK', effect: 'ALLOW', channels: { ...any, ids: ['chn_mkt'] } });
    expect(sharedChannelIds(rules([allow, back]), 'SELL', stranger)).toEqual([]);
    expect(sharedChannelIds(rules([allow, back]), 'TAKE_BACK', stranger)).toEqual(['chn_mkt']);
    expect(sharedChannelIds(rules([allow]), 'TAKE_BACK', stranger)).toEqual([]);
  });
});

describe('trying changes', () => {
  const before = rules([policy({ id: 'spl_1', channels: { ...any, ids: ['chn_mkt'] } })]);
  const pairs = (changes: Parameters<typeof rulesAfter>[1]) => {
    const after = rulesAfter(before, changes, at, new Set(['loc_1']));
    return after.ok ? changedPairs(before, after.value, [shop]) : after.refusals;
  };
  const pair = (kind: string, channelId: string, isAdded: boolean) => ({
    kind,
    channelId,
    locationId: 'loc_1',
    isAdded,
  });

  it.each<[string, Parameters<typeof rulesAfter>[1], unknown[]]>([
    ['a removal adds what was denied', [{ removeId: 'spl_1' }], [pair('SELL', 'chn_mkt', true)]],
    [
      'a new denial removes',
      [{ create: { name: 'No', kind: 'SELL', effect: 'DENY' } }],
      [pair('SELL', 'chn_web', false)],
    ],
    [
      'a default removes every linked pair',
      [{ setDefault: { kind: 'TAKE_BACK', effect: 'DENY' } }],
      [pair('TAKE_BACK', 'chn_mkt', false), pair('TAKE_BACK', 'chn_web', false)],
    ],
    [
      'changes together count as one',
      [{ update: { id: 'spl_1', isActive: false } }, { create: { name: 'No', kind: 'SELL', effect: 'DENY' } }],
      [pair('SELL', 'chn_web', false)],
    ],
    ['what changes nothing names no pair', [{ update: { id: 'spl_1', name: 'Another' } }], []],
  ])('%s', (_case, changes, expected) => {
    expect(pairs(changes)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof rulesAfter>[1], string]>([
    ['nothing', [], 'INVALID_INPUT'],
    ['a change without a field', [{}], 'INVALID_INPUT'],
    ['a change with two', [{ removeId: 'spl_1', setDefault: { kind: 'SELL', effect: 'DENY' } }], 'INVALID_INPUT'],
    ['a policy nobody knows', [{ removeId: 'spl_9' }], 'NOT_FOUND'],
    ['a channel nobody knows', [{ update: { id: 'spl_1', channels: { ids: ['chn_no'] } } }], 'NOT_FOUND'],
    [
      'a location nobody knows',
      [{ create: { name: 'No', kind: 'SELL', effect: 'DENY', locations: { ids: ['loc_1', 'loc_no'] } } }],
      'NOT_FOUND',
    ],
    ['a policy without a name', [{ create: { name: ' ', kind: 'SELL', effect: 'DENY' } }], 'INVALID_INPUT'],
  ])('refuses %s', (_case, changes, code) => {
    expect(pairs(changes)).toMatchObject([{ code }]);
  });

  it('gives the pairs page by page, forwards and backwards', () => {
    const all = ['a', 'b', 'c'].map((channelId) => ({
      kind: 'SELL' as const,
      channelId,
      locationId: 'l',
      isAdded: true,
    }));
    const page = (given: Parameters<typeof pagePairs>[1]) => {
      const found = pagePairs({ pairs: all }, given);
      if (!found.ok) throw new TypeError('refused');
      return { ids: found.value.nodes.map(({ channelId }) => channelId).join(''), ...found.value.pageInfo };
    };
    const first = page({ first: 2 });
    expect(first).toMatchObject({ ids: 'ab', hasNextPage: true });
    expect(page({ first: 2, after: first.endCursor })).toMatchObject({ ids: 'c', hasNextPage: false });
    expect(page({ last: 2 })).toMatchObject({ ids: 'bc', hasPreviousPage: true });
  });
});
