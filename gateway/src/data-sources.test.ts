import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous } from '@passerelle/server';
import { describe, expect, it } from 'vitest';
import { inOwnTime } from '../test/own-time.ts';
import { remote, serveSmall, smallGateway } from '../test/small-graph.ts';
import type { Send } from './data-sources.ts';

const query = '{ place(id: "1") { name quantity } }';
const partial = {
  data: { place: { name: 'Place 1', quantity: null } },
  errors: [
    {
      message: 'The goods part of the graph does not answer right now; try again.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};

/** A port where nothing listens, and one where nothing is answered. */
async function silentServer() {
  const sockets = new Set<import('node:net').Socket>();
  const server = createServer(() => {});
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    [Symbol.dispose]: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('a subgraph that fails', () => {
  const throwing: Send = async () => {
    throw new Error('connect ECONNREFUSED postgres://orders:pw@10.0.0.7:5432 at /srv/app/main.ts:3');
  };
  const hanging: Send = () => new Promise(() => {});

  it.each([
    ['throws', throwing],
    ['hangs', hanging],
  ])('costs its own fields only when it %s, in time, and says nothing of where it is', async (_how, send) => {
    await using gateway = await smallGateway({ sends: { goods: send } });
    const { value, tookMs } = await inOwnTime(() => gateway.post({ query }));
    expect(value).toMatchObject({ status: 200, body: partial });
    expect(tookMs).toBeLessThan(3500);
  });

  it('is asked once only by one request, and again by the next', async () => {
    let asked = 0;
    const failing: Send = async () => {
      asked += 1;
      throw new Error('down');
    };
    await using gateway = await smallGateway({ sends: { places: failing } });
    const serial = 'mutation { buy(sku: "1") { sku } }';
    expect((await gateway.post({ query: serial })).status).toBe(401);
    await gateway.post({ query: '{ place(id: "1") { name quantity } again: place(id: "2") { name } }' });
    expect(asked).toBe(1);
    await gateway.post({ query });
    expect(asked).toBe(2);
  });

  it('does not keep those waiting who need it not', async () => {
    await using gateway = await smallGateway({ sends: { goods: hanging } });
    const ended: string[] = [];
    const stuck = gateway.post({ query }).then(() => ended.push('stuck'));
    const free = gateway.post({ query: '{ place(id: "1") { name } }' }).then(({ body }) => {
      ended.push('free');
      expect(body).toEqual({ data: { place: { name: 'Place 1' } } });
    });
    await Promise.all([stuck, free]);
    expect(ended).toEqual(['free', 'stuck']);
  });
});

it('a gateway that is closed finishes what it began', async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const waiting: Send = async () => {
    asked.resolve();
    await answer.promise;
    return { data: { place: { name: 'Place 1' } } };
  };
  const gateway = await smallGateway({ sends: { places: waiting } });
  const running = gateway.post({ query: '{ place(id: "1") { name } }' });
  await asked.promise;
  const closed = gateway[Symbol.asyncDispose]();
  await expect(fetch(gateway.url)).rejects.toThrow();
  answer.resolve();
  expect((await running).body).toEqual({ data: { place: { name: 'Place 1' } } });
  await closed;
});

describe('a subgraph served elsewhere', () => {
  it('answers like one of this process', async () => {
    const served = await serveSmall('goods');
    const goods = remote(`http://127.0.0.1:${served.port}/graphql`);
    try {
      await using gateway = await smallGateway({ sends: { goods: goods.send } });
      expect((await gateway.post({ query })).body).toEqual({ data: { place: { name: 'Place 1', quantity: 7 } } });
      expect(await goods.isReady()).toBe(false);
    } finally {
      await goods.close();
      await served.close();
    }
  });

  it('costs its own fields only when nothing listens there, when nothing is answered, or when it does not know us', async () => {
    const served = await serveSmall('goods');
    using silent = await silentServer();
    const places = [
      remote('http://127.0.0.1:1/graphql'),
      remote(silent.url),
      remote(`http://127.0.0.1:${served.port}/graphql`, { key: 'another secret of thirty-two char' }),
    ];
    for (const { send, close } of places) {
      await using gateway = await smallGateway({ sends: { goods: send } });
      const { body } = await gateway.post({ query });
      expect(body.data).toEqual(partial.data);
      expect(body.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|http|secret|signature|\.ts/);
      void close().catch(() => {});
    }
    await served.close();
  });

  it('refuses who does not come with the shared signature', async () => {
    const served = await serveSmall('goods');
    const url = `http://127.0.0.1:${served.port}/graphql`;
    for (const headers of [{}, { 'passerelle-caller': 'forged' }]) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ __typename }', caller: anonymous }),
      });
      expect(response.status).toBe(401);
    }
    await served.close();
  });
});
