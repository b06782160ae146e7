import { createServer, connect as dial, type Socket } from 'node:net';
import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { watch } from './index.ts';

/** A way to the database whose connections so far can be made to swallow everything, without being closed. */
async function aSilentWay(adminUrl: string) {
  const target = new URL(adminUrl);
  const folder = target.searchParams.get('host');
  const port = target.port || '5432';
  const sockets = new Set<Socket>();
  const silent = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = folder ? dial({ path: `${folder}/.s.PGSQL.${port}` }) : dial(Number(port), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('data', (data) => silent.has(from) || to.write(data));
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(adminUrl);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    silence: () => {
      for (const socket of sockets) silent.add(socket);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

it('takes another connection when its own is cut without a word, and whoever tells is answered', async () => {
  await using test = await testDatabase();
  await using way = await aSilentWay(test.adminUrl);
  const seen: string[] = [];
  const handlers = {
    onMessage: (text: string) => seen.push(text),
    onHeard: () => seen.push('heard'),
    onLost: () => seen.push('lost'),
  };
  const watching = await watch(way.url, 'watched', handlers, { beatMs: 300 });
  try {
    way.silence();
    await expect(watching.tell('untold')).rejects.toThrow();
    await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['heard', 'lost', 'heard']);
    await watching.tell('told');
    await expect.poll(() => seen.at(-1), { timeout: 20_000 }).toBe('told');
  } finally {
    await watching.close();
  }
});
