import type { IneligibilityCode } from '@passerelle/values';
import { expect, it } from 'vitest';
import { mayTakeReturns } from './place.ts';

const shop = (...codes: IneligibilityCode[]) => ({
  locationId: 'loc_lyon',
  type: 'STORE' as const,
  reasons: codes.map((code) => ({ code, message: code, until: null })),
});

it.each([
  ['SERVICE_DISABLED', false, false],
  ['LOCATION_INACTIVE', false, false],
  ['SERVICE_PAUSED', true, false],
  ['CLOSED', true, true],
  ['CAPACITY_REACHED', true, true],
  ['CHANNEL_NOT_SERVED', false, false],
] as const)('%s: may be named is %s, may be handed goods is %s', (code, isNamed, isHanded) => {
  expect(mayTakeReturns(shop(code), 'loc_lyon', 'ASK', []).ok).toBe(isNamed);
  expect(mayTakeReturns(shop(code), 'loc_lyon', 'RECEIVE', []).ok).toBe(isHanded);
});

it('is handed goods it promised to take, whatever its policies say now', () => {
  expect(mayTakeReturns(shop('CHANNEL_NOT_SERVED'), 'loc_lyon', 'RECEIVE', [], true).ok).toBe(true);
  expect(mayTakeReturns(shop('LOCATION_INACTIVE'), 'loc_lyon', 'RECEIVE', [], true).ok).toBe(false);
});

it('tells the reasons that refuse, and no other', () => {
  const refused = mayTakeReturns(shop('CLOSED', 'SERVICE_DISABLED'), 'loc_lyon', 'RECEIVE', ['locationId']);
  expect(refused).toMatchObject({
    refusals: [
      { code: 'LOCATION_NOT_ELIGIBLE', path: ['input', 'locationId'], reasons: [{ code: 'SERVICE_DISABLED' }] },
    ],
  });
});
