import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = `
  import '@passerelle/server';
  import { isObjectType } from 'graphql';
  class GraphQLObjectType { get [Symbol.toStringTag]() { return 'GraphQLObjectType'; } }
  console.log(isObjectType(new GraphQLObjectType()), process.env.NODE_ENV);
`;

it('has graphql-js look for no second copy of itself, and leaves NODE_ENV as it was', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('../../../gateway', import.meta.url),
    env: { NODE_ENV: 'development' },
  });
  expect(stdout).toBe('false development\n');
});
