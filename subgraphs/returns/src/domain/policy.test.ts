import { describe, expect, it } from 'vitest';
import { aVersion } from '../../test/a-policy.ts';
import { policiesFor, policyFor } from './policy.ts';

const at = new Date('2026-11-15T10:00:00Z');
const facts = { channelId: 'chn_web', countryCode: 'FR', customerGroup: 'gold', category: 'shoes' };

describe('of policies that match', () => {
  const versions = [
    aVersion('any'),
    aVersion('country', { countryCode: 'FR' }),
    aVersion('channel', { channelId: 'chn_web' }),
    aVersion('channel-and-country', { channelId: 'chn_web', countryCode: 'FR' }),
    aVersion('group', { customerGroup: 'gold' }),
    aVersion('category', { category: 'shoes' }),
    aVersion('other-category', { category: 'hats', customerGroup: 'gold', channelId: 'chn_web' }),
  ];
  const nearest = ['category', 'group', 'channel-and-country', 'channel', 'country', 'any'];

  it.each(nearest.map((policyId, index) => [policyId, nearest.slice(0, index)] as const))(
    '%s is the nearest without %j',
    (policyId, gone) => {
      const left = versions.filter((version) => !gone.includes(version.policyId));
      expect(policyFor(left, facts, at).policyId).toBe(policyId);
    },
  );

  it('none is there for what no policy is for: nothing may come back', () => {
    expect(
      policyFor([aVersion('web', { channelId: 'chn_web' })], { ...facts, channelId: 'chn_b2b' }, at),
    ).toMatchObject({
      policyId: null,
      isAllowed: false,
    });
  });
});

it.each([
  ['the moment it begins', '2026-11-01T00:00:00Z', 2],
  ['a moment before', '2026-10-31T23:59:59Z', 1],
  ['long after', '2027-01-01T00:00:00Z', 2],
])('a version applies to orders placed at %s', (_title, moment, version) => {
  const change = new Date('2026-11-01T00:00:00Z');
  const versions = [aVersion('any', { validTo: change }), aVersion('any', { version: 2, validFrom: change })];
  expect(policyFor(versions, facts, new Date(moment)).policyVersion).toBe(version);
});

it('goes by the moment of purchase, then of delivery, then by now', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-12-01')];
  const versions = [aVersion('old', { validTo: at }), aVersion('new', { validFrom: at })];
  const chosen = (order: { placedAt?: Date | null; deliveredAt?: Date | null }, now: Date) =>
    policiesFor(versions, order, null, now).whole.policyId;
  expect(chosen({ placedAt: early, deliveredAt: late }, late)).toBe('old');
  expect(chosen({ placedAt: null, deliveredAt: late }, early)).toBe('new');
  expect(chosen({}, early)).toBe('old');
});
