import { distanceKm } from '@passerelle/values';
import { describe, expect, it } from 'vitest';
import { positionOfPostalCode } from './index.ts';

describe('the position of a postal code', () => {
  it.each([
    ['59000', 'Lille', { latitude: 50.637, longitude: 3.063 }, 2],
    ['75012', 'the twelfth district of Paris', { latitude: 48.841, longitude: 2.388 }, 1],
    ['13 008', 'the eighth district of Marseille', { latitude: 43.27, longitude: 5.382 }, 1],
    ['69009', 'the ninth district of Lyon', { latitude: 45.773, longitude: 4.803 }, 1],
    ['29200', 'Brest', { latitude: 48.39, longitude: -4.486 }, 3],
    ['20200', 'Bastia', { latitude: 42.703, longitude: 9.45 }, 3],
    ['97400', 'Saint-Denis de La Réunion', { latitude: -20.882, longitude: 55.45 }, 5],
  ])('of %s is that of %s', (code, _name, place, km) => {
    const found = positionOfPostalCode(code);
    expect(found && distanceKm(found, place)).toBeLessThan(km);
  });

  it.each([
    ['99999', 'FR'],
    ['6900', 'FR'],
    ['', 'FR'],
    ['10115', 'DE'],
  ])('of %s in %s is not known', (code, country) => {
    expect(positionOfPostalCode(code, country)).toBeNull();
  });
});
