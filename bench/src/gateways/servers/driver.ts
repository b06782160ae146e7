import { connect, type Socket } from 'node:net';
import { quantile } from '../../statistics.ts';
import { connections } from '../connections.ts';

/**
 * Asks in a closed loop over kept connections, in a process of its own. It writes requests made beforehand and looks at
 * no more of an answer than its head and its end: a client library would cost more than the faster gateways.
 */
export type Order = {
  /** What is posted, in turn. */
  readonly bodies: readonly string[];
  readonly port: number;
  readonly seconds: number;
};
export type Outcome = {
  readonly requests: number;
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The first answer that was not clean. */
  readonly fault?: string;
};

/** A gateway may take this long to answer what is still open at the end. */
const lateMs = 5000;

const requestOf = (text: string) => {
  const body = Buffer.from(text);
  const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
};

const cleanStart = '{"data":{';

/** Whether the bytes so far are a whole answer; throws on one that is not clean. */
function isWhole(received: Buffer): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = received.toString('latin1', 0, end).toLowerCase();
  const start = end + 4;
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length ? received.length < start + Number(length) : !received.subarray(-5).equals(lastChunk)) return false;
  const from = length ? start : received.indexOf('\r\n', start) + 2;
  if (!head.startsWith('http/1.1 200') || received.toString('latin1', from, from + cleanStart.length) !== cleanStart) {
    throw new Error(received.toString('utf8').slice(0, 500));
  }
  return true;
}
const lastChunk = Buffer.from('0\r\n\r\n');

/** One client: asks, waits for the whole answer, asks again until the time is over. */
function client(port: number, next: () => Buffer | undefined, tell: (ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received: Buffer | undefined;
    let askedAt = 0;
    const ask = () => {
      const request = next();
      if (!request) {
        socket.destroy();
        resolve();
        return;
      }
      askedAt = performance.now();
      socket.write(request);
    };
    socket.setTimeout(lateMs, () => socket.destroy(new Error('no answer')));
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    socket.on('data', (chunk) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      try {
        if (!isWhole(received)) return;
      } catch (error) {
        socket.destroy(error as Error);
        return;
      }
      received = undefined;
      tell(performance.now() - askedAt);
      ask();
    });
  });
}

async function run({ bodies, port, seconds }: Order): Promise<Outcome> {
  const requests = bodies.map(requestOf);
  const latencies: number[] = [];
  let turn = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const next = () => (performance.now() < end ? requests[turn++ % requests.length] : undefined);
  let fault: string | undefined;
  const tell = (ms: number) => latencies.push(ms);
  const clients = Array.from({ length: connections }, () => client(port, next, tell));
  for (const { reason } of (await Promise.allSettled(clients)).filter((each) => each.status === 'rejected')) {
    fault ??= String(reason);
  }
  return {
    requests: latencies.length,
    rate: (latencies.length * 1000) / (performance.now() - start),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    fault,
  };
}

process.on('message', async (order: Order) => process.send?.(await run(order)));
