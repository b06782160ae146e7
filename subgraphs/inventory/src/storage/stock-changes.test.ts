import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const writes = /\b(?:update|insert into|delete from) (?:stock_levels|pool_stock|expected_receipts|items)\b/;
/** Told by those who call them, with everything else of the same transaction. */
const toldByCallers = ['corrections.ts', 'counts.ts'];

it('every file that writes what stock is read from says so, since this process tells others by itself', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  const silent = files.filter((name) => {
    const text = readFileSync(path.join(import.meta.dirname, name), 'utf8');
    return writes.test(text) && !/signal(?:Stock|Levels|Location)\(/.test(text);
  });
  expect(silent.filter((name) => !toldByCallers.includes(name))).toEqual([]);
});
