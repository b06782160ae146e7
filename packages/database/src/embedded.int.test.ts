import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { probeDatabase } from './probe.ts';

it('makes a database where one was killed half way, and leaves nothing of that', { timeout: 180_000 }, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-embedded-'));
  // The database's own system user must be able to enter.
  await chmod(dataDir, 0o755);
  try {
    const code = `(await import('./embedded.ts')).startEmbedded({ dataDir: '${dataDir}' })`;
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: import.meta.dirname });
    await expect.poll(() => readdir(dataDir), { timeout: 60_000 }).toContainEqual(expect.stringContaining('building'));
    killed.kill('SIGKILL');
    await once(killed, 'close');

    const server = await startEmbedded({ dataDir, durable: false });
    expect(server.wasRunning).toBe(false);
    expect(await probeDatabase(server.url, { admin: true })).toBeUndefined();
    const again = await startEmbedded({ dataDir, durable: false });
    expect(again).toMatchObject({ url: server.url, wasRunning: true });
    await server.stop();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-password']);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

it('says in words what is wrong with a server', async () => {
  expect(await probeDatabase('postgres://me:hush@127.0.0.1:1/x')).toBe('nothing listens there');
  await using other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const problem = await probeDatabase(`postgres://me:hush@127.0.0.1:${port}/x`, { withinMs: 200 });
  expect(problem).toBe('it does not answer as PostgreSQL does');
});
