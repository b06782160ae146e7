import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Finding, LayerName } from '../findings.ts';
import { inRoot } from '../subgraphs.ts';

/** Layers, or parts of them, that only running subgraphs can show: tests with a database, in these files. */
export const testFiles: Readonly<Partial<Record<LayerName, string>>> = {
  provider: 'gateway/src/providers.int.test.ts',
  outage: 'gateway/src/outage.e2e.test.ts',
  projection: 'subgraphs/inventory/src/projection.int.test.ts',
};

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** Runs the tests of the named layers; whatever does not pass is a finding. */
export async function runTestLayers(names: readonly LayerName[]): Promise<Finding[]> {
  const wanted = names.filter((name) => testFiles[name]);
  if (wanted.length === 0) return [];
  const folder = await mkdtemp(path.join(tmpdir(), 'contracts-'));
  const file = path.join(folder, 'report.json');
  const args = [
    inRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    ...wanted.map((name) => testFiles[name] ?? ''),
  ];
  try {
    // Ends with 1 when a test fails: the report says which.
    const failure = await promisify(execFile)(process.execPath, args, { cwd: inRoot(), maxBuffer: 2 ** 26 }).then(
      () => undefined,
      (error: Error) => error,
    );
    const text = await readFile(file, 'utf8').catch(() => {
      throw failure ?? new Error('The tests of the contract left no report.');
    });
    return findingsOf(JSON.parse(text), wanted);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A finding for each test that did not pass, and for each layer whose tests did not run. */
export function findingsOf({ testResults }: Report, wanted: readonly LayerName[]): Finding[] {
  return wanted.flatMap((layer) => {
    const finding = (subject: string, message: string): Finding => ({ layer, severity: 'error', subject, message });
    const own = testResults.find(({ name }) => name.endsWith(testFiles[layer] ?? ''));
    if (!own || own.assertionResults.length === 0) {
      return [finding(testFiles[layer] ?? layer, own?.message || 'No test ran.')];
    }
    const failed = own.assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status, failureMessages }) => finding(fullName, failureMessages[0]?.split('\n')[0] ?? status));
    return failed.length > 0 || own.status === 'passed' ? failed : [finding(own.name, own.message)];
  });
}
