import { createHash } from 'node:crypto';
import { distanceKm } from '@passerelle/values';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit } from './gtin.ts';
import { closuresOf } from './hours.ts';
import { makeRetailer, type Retailer, smallRetailer } from './index.ts';
import { towns } from './towns.ts';

const retailer = makeRetailer();

function hashOf(made: Retailer): string {
  const { levels, ...rest } = made;
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const column of [levels.item, levels.location, levels.counted, levels.blocked, levels.sold]) hash.update(column);
  return hash.digest('hex');
}

describe('a retailer', () => {
  it('is the same for the same seed and another for another', () => {
    expect(hashOf(makeRetailer({ seed: 7 }))).toBe(hashOf(makeRetailer({ seed: 7 })));
    expect(hashOf(smallRetailer(7))).not.toBe(hashOf(smallRetailer(8)));
  });

  it('has the size that was asked for', () => {
    expect(retailer.locations.filter(({ type }) => type === 'STORE')).toHaveLength(120);
    expect(retailer.locations.filter(({ type }) => type === 'WAREHOUSE')).toHaveLength(3);
    expect(retailer.items).toHaveLength(5000);
    expect(Math.abs(retailer.levels.count - 300_000)).toBeLessThan(6000);
  });

  it.each([
    { stores: 500, warehouses: 4, skus: 3000, levels: 200_000 },
    { stores: 1, warehouses: 1, skus: 1, levels: 2 },
    { stores: 8, warehouses: 2, skus: 40, levels: 1_000_000 },
  ])('can be of any size: $stores stores and $skus SKUs', ({ stores, warehouses, skus, levels }) => {
    const made = makeRetailer({ stores, warehouses, skus, levels });
    expect(made.locations).toHaveLength(stores + warehouses);
    expect(made.items).toHaveLength(skus);
    expect(made.levels.count).toBeLessThanOrEqual(skus * (stores + warehouses));
    expect(made.levels.count).toBeGreaterThan(Math.min(levels, skus * (stores + warehouses)) * 0.9);
  });

  it('gives every location, SKU and GTIN once', () => {
    const big = makeRetailer({ stores: 500, levels: 1000 });
    for (const made of [retailer, big]) {
      expect(new Set(made.locations.map(({ id }) => id)).size).toBe(made.locations.length);
      expect(new Set(made.locations.map(({ code }) => code)).size).toBe(made.locations.length);
      expect(new Set(made.items.map(({ sku }) => sku)).size).toBe(made.items.length);
      expect(new Set(made.items.map(({ gtin }) => gtin)).size).toBe(made.items.length);
    }
  });
});

describe('locations', () => {
  it('lie in France', () => {
    for (const { position, timeZone } of makeRetailer({ stores: 500, levels: 1000 }).locations) {
      if (timeZone !== 'Europe/Paris') continue;
      expect(position.latitude).toBeGreaterThan(42.3);
      expect(position.latitude).toBeLessThan(51.2);
      expect(position.longitude).toBeGreaterThan(-5);
      expect(position.longitude).toBeLessThan(8.3);
    }
  });

  it('are 120 towns apart from each other, each with a postal code of its own', () => {
    expect(towns).toHaveLength(120);
    expect(new Set(towns.map(({ name }) => name)).size).toBe(120);
    expect(new Set(towns.map(({ postalCode }) => postalCode)).size).toBe(120);
    for (const [index, one] of towns.entries()) {
      expect(one.postalCode).toMatch(/^\d{5}$/);
      for (const other of towns.slice(index + 1)) expect(distanceKm(one, other)).toBeGreaterThan(5);
    }
  });

  // Distances by air between town halls, as any atlas gives them.
  it.each([
    ['Paris', 'Lyon', 392],
    ['Paris', 'Marseille', 661],
    ['Lille', 'Toulouse', 793],
    ['Brest', 'Strasbourg', 901],
    ['Nantes', 'Nice', 791],
  ])('%s and %s are %i km apart', (from, to, km) => {
    const find = (name: string) => towns.find((town) => town.name === name) as (typeof towns)[number];
    expect(Math.abs(distanceKm(find(from), find(to)) - km)).toBeLessThan(8);
  });

  it('keep hours that do not overlap, in order, and warehouses none', () => {
    for (const { type, hours } of retailer.locations) {
      expect(hours.length > 0).toBe(type === 'STORE');
      for (const [index, period] of hours.entries()) {
        expect(period.opensAt < period.closesAt).toBe(true);
        const next = hours[index + 1];
        if (next?.day === period.day) expect(period.closesAt < next.opensAt).toBe(true);
      }
    }
  });

  it('have among them some that are closed, paused, switched off, inactive or silent', () => {
    const stores = retailer.locations.filter(({ type }) => type === 'STORE');
    expect(stores.some(({ status }) => status === 'INACTIVE')).toBe(true);
    expect(stores.some(({ status }) => status === 'RETIRED')).toBe(true);
    expect(stores.some(({ worksDays }) => worksDays !== null)).toBe(true);
    expect(stores.some(({ feed }) => feed.silentForHours > 36)).toBe(true);
    const services = stores.flatMap((store) => store.services);
    expect(services.some(({ isEnabled }) => !isEnabled)).toBe(true);
    expect(services.some(({ pausedForMinutes }) => pausedForMinutes !== null)).toBe(true);
    expect(services.some(({ dailyCapacity }) => dailyCapacity !== null)).toBe(true);
  });
});

describe('channels', () => {
  it('serve professionals from warehouses only', () => {
    const b2b = retailer.channels.find(({ id }) => id === 'chn_b2b');
    expect(b2b?.locationIds).toEqual(['loc_w1', 'loc_w2', 'loc_w3']);
  });

  it('draw on brands and regions of their own', () => {
    const storesOf = (id: string) => {
      const served = retailer.channels.find((channel) => channel.id === id)?.locationIds ?? [];
      return retailer.locations.filter((location) => location.type === 'STORE' && served.includes(location.id));
    };
    expect(storesOf('chn_web')).toHaveLength(120);
    expect(storesOf('chn_app').every(({ brands }) => brands.includes('cordelune'))).toBe(true);
    expect(new Set(storesOf('chn_marketplace').map(({ region }) => region))).toEqual(new Set(['north']));
  });
});

describe('articles', () => {
  // Worked examples of GS1 and of a book's ISBN-13, which has the same check digit.
  it.each([
    ['629104150021', 3],
    ['978030640615', 7],
    ['400638133393', 1],
  ])('%s gets the check digit %i', (digits, check) => {
    expect(gtinCheckDigit(digits)).toBe(check);
  });

  it('carry valid GTIN-13 numbers of the range for own use', () => {
    for (const { gtin } of retailer.items) {
      expect(gtin).toMatch(/^29\d{11}$/);
      expect(gtinCheckDigit(gtin.slice(0, 12))).toBe(Number(gtin[12]));
    }
  });

  it('are of both brands and cost something', () => {
    expect(new Set(retailer.items.map(({ brand }) => brand)).size).toBe(2);
    expect(retailer.items.every(({ priceMinor }) => Number.isInteger(priceMinor) && priceMinor > 0)).toBe(true);
  });
});

describe('stock', () => {
  const { item, counted, blocked, sold, count } = retailer.levels;

  it('is skewed: a tenth of the articles holds more than 40 percent of the units', () => {
    let [units, ofBest] = [0, 0];
    for (let at = 0; at < count; at++) {
      units += counted[at] as number;
      if ((item[at] as number) < retailer.items.length / 10) ofBest += counted[at] as number;
    }
    expect(ofBest / units).toBeGreaterThan(0.4);
  });

  it('has the bestseller everywhere and the long tail in few places', () => {
    const placesOf = (rank: number) => item.filter((each) => each === rank).length;
    expect(placesOf(0)).toBe(retailer.locations.length);
    expect(placesOf(4999)).toBeLessThan(retailer.locations.length / 2);
  });

  it('never sells or blocks what is not there', () => {
    const wrong = item.filter((_, at) => (sold[at] as number) + (blocked[at] as number) > (counted[at] as number));
    expect(wrong).toHaveLength(0);
  });
});

describe('closures', () => {
  it('are the holidays of the coming year, with a short Christmas Eve', () => {
    const closures = closuresOf('2026-11-22', null);
    expect(closures.map(({ from }) => from)).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
      '2027-05-01',
      '2027-07-14',
      '2027-11-11',
    ]);
    expect(closures[0]?.specialHours).toEqual([{ day: 'THURSDAY', opensAt: '09:30', closesAt: '17:00' }]);
  });

  it('do not overlap with works', () => {
    const closures = closuresOf('2026-12-20', [-5, 10]);
    expect(closures[0]).toMatchObject({ from: '2026-12-15', to: '2026-12-30', reason: 'Travaux' });
    expect(closures[1]?.from).toBe('2027-01-01');
  });
});
