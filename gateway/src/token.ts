import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { developmentKeyFile, isRole, roleScopes, signDevelopmentToken } from '@passerelle/server';

/** `pnpm token ROLE [--customer ID] [--location ID]…` prints a token signed with the development key. */
const roles = Object.keys(roleScopes).join(', ');
const usage = `Usage: pnpm token ROLE [--customer ID] [--location ID]...\nROLE is one of ${roles}.`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { customer: { type: 'string' }, location: { type: 'string', multiple: true } },
  });
  const [role = '', ...rest] = positionals;
  if (!isRole(role) || rest.length > 0) throw new TypeError(role ? `There is no role "${role}".` : 'Name a role.');
  const dataDir = path.resolve(process.env.DATA_DIR ?? '.data');
  await mkdir(dataDir, { recursive: true });
  const token = await signDevelopmentToken(developmentKeyFile(dataDir), role, {
    customerId: values.customer,
    locationIds: values.location,
  });
  process.stdout.write(`${token}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 1;
}
