import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Finding, layerNames } from '../findings.ts';
import { findingsOf, testFiles } from '../layers/tests.ts';
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

  it('runs all thirteen layers, and says which it leaves out when asked to be quick', () => {
    expect(readCommand(['check'])).toMatchObject({ layers: layerNames, leftOut: [] });
    expect(layerNames).toHaveLength(13);
    const { layers, leftOut } = readCommand(['check', '--quick']);
    expect(leftOut).toEqual(['second-composer', 'plans', 'provider', 'consumer', 'outage', 'projection']);
    expect([...layers, ...leftOut].toSorted()).toEqual([...layerNames].toSorted());
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

describe('layers that are tests', () => {
  const resultOf = (file: string, status: string, assertionResults: object[]) => ({
    name: `/somewhere/${file}`,
    status,
    message: '',
    assertionResults,
  });
  const test = (fullName: string, ...failureMessages: string[]) => ({
    fullName,
    status: failureMessages.length > 0 ? 'failed' : 'passed',
    failureMessages,
  });
  const reportOf = (...testResults: object[]) => ({ testResults }) as Parameters<typeof findingsOf>[0];

  it('find nothing in tests that pass, and each test that does not', () => {
    const report = reportOf(
      resultOf(testFiles.outage ?? '', 'passed', [test('with returns down')]),
      resultOf(testFiles.projection ?? '', 'failed', [test('a replay'), test('a start', 'expected 3\nat line 4')]),
    );
    expect(findingsOf(report, ['outage', 'projection'])).toEqual([
      { layer: 'projection', severity: 'error', subject: 'a start', message: 'expected 3' },
    ]);
  });

  it('are broken when their tests did not run', () => {
    const broken = resultOf(testFiles.outage ?? '', 'failed', []);
    const findings = findingsOf(reportOf({ ...broken, message: 'no database' }), ['outage', 'provider']);
    expect(findings.map(({ layer, message }) => `${layer}: ${message}`)).toEqual([
      'outage: no database',
      'provider: No test ran.',
    ]);
  });
});
