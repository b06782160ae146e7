import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Other gateways live in a workspace of their own, which a normal install knows nothing of. */
export const peersFolder = path.join(import.meta.dirname, '../../peers');

const root = path.join(import.meta.dirname, '../../..');

/** Installs them, once, with the repository's own pnpm; some 500 MB. */
export async function installPeers(): Promise<void> {
  if (existsSync(path.join(peersFolder, 'node_modules/.modules.yaml'))) return;
  console.error('installing the other gateways into bench/peers …');
  const args = ['-y', 'pnpm', '--dir', peersFolder, 'install', '--frozen-lockfile', '--ignore-scripts'];
  const child = spawn('npx', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`npx ${args.join(' ')} ended with ${code}`);
}
