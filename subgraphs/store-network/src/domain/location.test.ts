import { describe, expect, it } from 'vitest';
import { instructionsIn, mayChange, seesRetired } from './location.ts';

describe('instructions', () => {
  const texts = { 'fr-FR': 'Comptoir', 'fr-CA': 'Kiosque', 'en-GB': 'Counter' };
  it.each([
    ['the very language asked for', ['fr-CA'], 'Kiosque'],
    ['whatever its case', ['FR-fr'], 'Comptoir'],
    ['the same language of another country', ['en-US'], 'Counter'],
    ['the next wanted one', ['it-IT', 'fr-FR'], 'Comptoir'],
    ['any when none is wanted', [null, undefined], 'Counter'],
  ])('are given in %s', (_case, wanted, text) => {
    expect(instructionsIn(texts, wanted)).toBe(text);
  });

  it('are null when there are none', () => {
    expect(instructionsIn({}, ['fr-FR'])).toBeNull();
  });
});

it('tells who sees retired locations and who may change which', () => {
  const viewer = (scopes: string[], locationIds: string[] | null = null) => ({ scopes: new Set(scopes), locationIds });
  expect(seesRetired(viewer(['orders:read:own']))).toBe(false);
  expect(seesRetired(viewer(['network:read']))).toBe(true);
  expect(seesRetired(viewer(['service:orders']))).toBe(true);
  expect(mayChange(viewer([]), 'loc_1')).toBe(true);
  expect(mayChange(viewer([], ['loc_1']), 'loc_1')).toBe(true);
  expect(mayChange(viewer([], []), 'loc_1')).toBe(false);
});
