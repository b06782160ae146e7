import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../findings.ts';
import { readCommand } from './arguments.ts';
import { exitCodeOf, tableOf } from './report.ts';

const findings: Finding[] = [
  { layer: 'policy', severity: 'error', subject: 'stock: Item.margin', message: 'got @tag' },
  { layer: 'breaking', severity: 'warning', subject: 'partner: Status', message: 'value added' },
];

describe('the report', () => {
  it('is a table of layers, and a line for each finding', () => {
    const table = tableOf(['lint', 'breaking', 'policy'], findings).split('\n');
    expect(table[0]).toMatch(/^layer +errors warnings +notes$/);
    expect(table.slice(1, 4).map((row) => row.split(/ +/))).toEqual([
      ['lint', '0', '0', '0'],
      ['breaking', '0', '1', '0'],
      ['policy', '1', '0', '0'],
    ]);
    expect(table.at(-1)).toBe('BREAKS  [policy] stock: Item.margin: got @tag');
  });

  it('ends with a code that says how bad it is', () => {
    const [error, warning] = findings as [Finding, Finding];
    expect([exitCodeOf([], true), exitCodeOf([warning], false), exitCodeOf([warning], true)]).toEqual([0, 0, 1]);
    expect(exitCodeOf([error, warning], false)).toBe(2);
  });
});

describe('the command line', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'contracts-')), 'schema.graphql');
  writeFileSync(file, 'type Query { a: Int }');

  it('adds a subgraph of other people to ours, with the address it is served at', () => {
    const { subgraphs } = readCommand(['check', '--subgraph', `catalogue=${file}@http://catalogue:4000/graphql`]);
    expect(subgraphs.map(({ name }) => name)).toContain('orders');
    expect(subgraphs.at(-1)).toEqual({
      name: 'catalogue',
      sdl: readFileSync(file, 'utf8'),
      document: parse(readFileSync(file, 'utf8')),
      url: 'http://catalogue:4000/graphql',
    });
  });

  it('replaces one of ours by another of its name', () => {
    const { subgraphs } = readCommand(['check', '--subgraph', `orders=${file}`]);
    expect(subgraphs.filter(({ name }) => name === 'orders').map(({ sdl }) => sdl)).toEqual(['type Query { a: Int }']);
  });

  it('leaves out what takes long when asked to be quick', () => {
    expect(readCommand(['check', '--quick']).layers).not.toContain('plans');
    expect(readCommand(['check', '--layer', 'plans', '--layer', 'lint']).layers).toEqual(['lint', 'plans']);
  });

  it.each([
    [[], 'contracts check'],
    [['check', '--fast'], '--fast is no option.'],
    [['check', '--layer', 'roof'], 'There is no layer "roof".'],
    [['check', '--layer'], '--layer needs a value.'],
    [['check', '--subgraph', 'x'], '--subgraph is NAME=FILE'],
    [['check', '--subgraph', 'x=/nowhere'], 'The schema of x cannot be read from /nowhere'],
  ])('%j is refused with what to write instead', (args, message) => {
    expect(() => readCommand(args)).toThrow(message);
  });
});
