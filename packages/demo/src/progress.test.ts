import { expect, it } from 'vitest';
import { terminalProgress } from './index.ts';

function record(isTTY: boolean) {
  const written: string[] = [];
  let at = 0;
  const progress = terminalProgress({ isTTY, write: (text: string) => written.push(text) }, () => {
    at += 100;
    return at;
  });
  progress.begin('stock', 200);
  progress.advance(100);
  progress.advance(100);
  progress.end();
  return written;
}

it('draws a bar where somebody watches', () => {
  const written = record(true);
  expect(written.some((text) => text.includes(' 50 %  stock'))).toBe(true);
  expect(written.some((text) => text.includes('100 %  stock'))).toBe(true);
  expect(written.every((text) => text.startsWith('\r') || text.startsWith(','))).toBe(true);
});

it('writes one plain line a stage where nobody does', () => {
  expect(record(false)).toEqual(['stock: 200, 0.1 s\n']);
});
