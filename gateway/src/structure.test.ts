import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const subgraphs = ['store-network', 'inventory', 'orders', 'returns'];
/** Tests, and what only they use: `test-….ts`, and everything in a `test` folder. */
const isTest = (file: string) => /\.test\.ts$|\/test-[^/]*$|\/test\//.test(file);

const files = globSync('{gateway,subgraphs/*,packages/*}/{src,test}/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort();

/** What a file names in `from '…'` and `import('…')`, and whether it is a type only. */
const importsOf = (file: string) =>
  [
    ...readFileSync(path.join(root, file), 'utf8').matchAll(
      /^(import type |export type |.*?)[^\n;]*?(?:from |import\()'([^']+)'/gm,
    ),
  ].map(([, start = '', target = '']) => ({ target, isType: start.trimEnd().endsWith('type') }));

/** Each may import what stands to its left; `demo` and `testing` may import all of these. */
const packageOrder = ['values', 'postal-codes', 'eligibility', 'database', 'events', 'exits', 'server', 'testing'];

function mayUse(user: string, used: string): boolean {
  if (used === 'contracts' || user === used) return true;
  // The checks ask the same code as the gateway whom a scope lets through.
  if (user === 'contracts') return used === 'server';
  // The demo makes a database to fill, the tools make a graph to measure: they stand above the packages.
  if (user === 'demo') return used !== 'testing';
  return packageOrder.indexOf(used) >= 0 && packageOrder.indexOf(used) < packageOrder.indexOf(user);
}

describe('what may import what', () => {
  it('packages import only packages below them, and never a subgraph or the gateway', () => {
    const offenders = files
      .filter((file) => file.startsWith('packages/') && !isTest(file))
      .flatMap((file) => {
        const user = file.split('/')[1] ?? '';
        return importsOf(file).flatMap(({ target }) => {
          const [, used] = /^@passerelle\/([\w-]+)/.exec(target) ?? [];
          return used && !mayUse(user, used) ? [`${file} imports ${target}`] : [];
        });
      });
    expect(offenders).toEqual([]);
  });

  it('a subgraph imports neither another subgraph nor the gateway nor what only tests need', () => {
    const forbidden = (own: string) =>
      [...subgraphs.filter((name) => name !== own), 'gateway', 'testing', 'demo'].map((name) => `@passerelle/${name}`);
    const offenders = files
      .filter((file) => file.startsWith('subgraphs/') && !isTest(file))
      .flatMap((file) => {
        const own = file.split('/')[1] ?? '';
        return importsOf(file)
          .filter(({ target }) => forbidden(own).some((name) => target === name || target.startsWith(`${name}/`)))
          .map(({ target }) => `${file} imports ${target}`);
      });
    expect(offenders).toEqual([]);
  });

  it('imports that leave a subgraph or a package name what they mean, not a path', () => {
    const homeOf = (file: string) => /^(gateway|(?:subgraphs|packages)\/[\w-]+)\//.exec(file)?.[1];
    const offenders = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('.'))
        .filter(({ target }) => homeOf(path.posix.join(path.posix.dirname(file), target)) !== homeOf(file))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(offenders).toEqual([]);
  });

  const graphql = ['graphql', '@apollo/subgraph', '@apollo/server', 'graphql-tag'];
  const database = ['drizzle-orm', 'postgres', '@passerelle/database', '@passerelle/events'];
  it.each([
    ['domain', ['storage', 'actions', 'resolvers'], [...graphql, ...database, '@passerelle/server', 'node:']],
    ['storage', ['actions', 'resolvers'], graphql],
    ['actions', ['resolvers'], ['graphql', 'drizzle-orm']],
    ['resolvers', ['storage'], ['drizzle-orm', 'postgres', '@passerelle/database']],
  ])('%s imports nothing of %s, nor %s', (folder, folders, packages) => {
    const inFolder = files.filter(
      (file) => !isTest(file) && new RegExp(`^subgraphs/[\\w-]+/src/${folder}/`).test(file),
    );
    const offenders = inFolder.flatMap((file) =>
      importsOf(file)
        .filter(({ target, isType }) => !isType && isForbidden(file, target, folders, packages))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(offenders).toEqual([]);
  });

  function isForbidden(file: string, target: string, folders: readonly string[], packages: readonly string[]) {
    if (!target.startsWith('.'))
      return packages.some(
        (name) => target === name || target.startsWith(`${name}/`) || (name.endsWith(':') && target.startsWith(name)),
      );
    const folder = path.posix.join(path.posix.dirname(file), target).split('/')[3];
    return folders.includes(folder ?? '');
  }

  it('an action calls no other action: what a resolver calls, only resolvers call', () => {
    const isIn = (folder: string) => (file: string) => !isTest(file) && file.includes(`/src/${folder}/`);
    const targetsOf = (file: string) =>
      importsOf(file)
        .filter(({ target, isType }) => target.startsWith('.') && !isType)
        .map(({ target }) => path.posix.join(path.posix.dirname(file), target));
    const called = new Set(files.filter(isIn('resolvers')).flatMap(targetsOf).filter(isIn('actions')));
    const offenders = files.filter(isIn('actions')).flatMap((file) =>
      targetsOf(file)
        .filter((target) => called.has(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(offenders).toEqual([]);
  });

  it('domain asks neither the clock nor chance nor the environment', () => {
    const inFolder = files.filter((file) => !isTest(file) && file.includes('/src/domain/'));
    const offenders = inFolder.filter((file) =>
      /new Date\(\)|Date\.now\(|Math\.random\(|randomUUID|process\.|newId\(/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('only settings and programs read the environment', () => {
    const readers = files.filter(
      (file) => !isTest(file) && /^(?! *\*).*process\.env/m.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(
      readers.filter((file) => !/\/(main|config|token|import|quick-graphql|global-setup)\.ts$/.test(file)),
    ).toEqual([]);
  });
});

describe('what is installed', () => {
  it('holds one copy of graphql', () => {
    const store = path.join(root, 'node_modules/.pnpm');
    const copies = globSync('graphql@*', { cwd: store }).filter((name) =>
      existsSync(path.join(store, name, 'node_modules/graphql')),
    );
    expect(copies).toHaveLength(1);
  });
});
