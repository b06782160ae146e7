import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openExits } from './settings.ts';

const secrets = { S: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };
const settings = (mode: string) =>
  JSON.stringify({ exits: { 'order.validate': { url: 'https://example.com/', secretsFrom: ['S'], mode } } });

it('a file is followed while it is used: an exit is switched off without a restart, and a bad file changes nothing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-exits-'));
  const file = path.join(folder, 'exits.json');
  await writeFile(file, settings('LIVE'));
  const bad: unknown[] = [];
  const exits = await openExits(file, { secrets, lookEveryMs: 20, onBadFile: (error) => bad.push(error) });
  const mode = () => exits.modeOf('order.validate', 'ord_1');
  expect(mode()).toBe('LIVE');
  await writeFile(file, settings('NONE'));
  await vi.waitFor(() => expect(String(bad[0])).toContain('mode must be one of'), 20_000);
  expect(mode()).toBe('LIVE');
  await writeFile(file, settings('OFF'));
  await vi.waitFor(() => expect(mode()).toBeNull(), 20_000);
  await exits.close();
  await rm(folder, { recursive: true });
}, 60_000);

it('no file means no exit; a file that is not there ends the start', async () => {
  const options = { secrets, onBadFile: () => {} };
  const exits = await openExits(undefined, options);
  expect(exits.modeOf('order.validate', 'ord_1')).toBeNull();
  await expect(openExits('/nowhere/exits.json', options)).rejects.toThrow('ENOENT');
});
