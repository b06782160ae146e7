import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { connect } from './index.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-embedded-'));
  await chmod(dataDir, 0o755);
});
afterAll(async () => {
  const left = await startEmbedded({ dataDir });
  await left.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const postmasterPid = async () =>
  Number((await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

/** A killed server is gone when the kernel says so. */
async function killed(pid: number) {
  process.kill(pid, 'SIGKILL');
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the embedded database', () => {
  it('keeps its data over a stop and a start', async () => {
    const first = await startEmbedded({ dataDir });
    const before = connect({ url: first.url, max: 1 });
    await before.sql`create table kept (n int)`;
    await before.sql`insert into kept values (1)`;
    await before.close();
    await first.stop();

    const second = await startEmbedded({ dataDir });
    const after = connect({ url: second.url, max: 1 });
    expect(await after.sql`select n from kept`).toEqual([{ n: 1 }]);
    await after.close();
  });

  it('is found running when the process that started it was killed', async () => {
    const first = await startEmbedded({ dataDir });
    const again = await startEmbedded({ dataDir });
    expect(again.url).toBe(first.url);
  });

  it('recovers what was committed when it was killed itself', async () => {
    const first = await startEmbedded({ dataDir });
    const before = connect({ url: first.url, max: 1 });
    await before.sql`insert into kept values (2)`;
    await killed(await postmasterPid());
    await before.close().catch(() => {});

    const second = await startEmbedded({ dataDir });
    const after = connect({ url: second.url, max: 1 });
    expect(await after.sql`select n from kept order by n`).toEqual([{ n: 1 }, { n: 2 }]);
    await after.close();
    await second.stop();
  });
});
