import { ServiceError } from '@passerelle/server';
import { Connection, type Exchange } from './connection.ts';
import { contentHeaders, mostConnections, type RemotePool } from './pool.ts';

/**
 * HTTP/1.1 over plain connections, one question at a time on each. It does what posting JSON to one address needs and no
 * more: a question and its answer cost 33 to 48 µs of CPU, over undici's pool 75 to 117. `OWN_HTTP_CLIENT=off` takes that.
 */
export function openConnections(url: string): RemotePool {
  const { hostname, port, host, pathname, search } = new URL(url);
  const address = { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port || 80) };
  const start = `POST ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n`;
  const head = start + linesOf(contentHeaders);
  const idle: Connection[] = [];
  const open = new Set<Connection>();
  const waiting: Exchange[] = [];
  let closed: PromiseWithResolvers<void> | undefined;

  function connectFor(exchange: Exchange): void {
    const connection = new Connection(address, release, forget);
    open.add(connection);
    connection.send(exchange);
  }

  function release(connection: Connection): void {
    const next = nextWaiting();
    if (next) connection.send(next);
    else if (closed) connection.end();
    else idle.push(connection);
  }

  function forget(connection: Connection): void {
    open.delete(connection);
    const place = idle.indexOf(connection);
    if (place >= 0) idle.splice(place, 1);
    const next = nextWaiting();
    if (next) connectFor(next);
    else if (open.size === 0) closed?.resolve();
  }

  function nextWaiting(): Exchange | undefined {
    for (;;) {
      const next = waiting.shift();
      if (!next?.deadline.isOver) return next;
      next.reject(new ServiceError('had no connection free in time'));
    }
  }

  /** The last one used: those that are not needed grow old. */
  function takeIdle(): Connection | undefined {
    const now = performance.now();
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (last.keptUntil > now) return last;
      last.end();
    }
    return undefined;
  }

  function ask(exchange: Exchange): void {
    const kept = takeIdle();
    if (closed) exchange.reject(new ServiceError('is not asked any more'));
    else if (kept) kept.send(exchange);
    else if (open.size < mostConnections) connectFor(exchange);
    else {
      exchange.deadline.start();
      waiting.push(exchange);
    }
  }

  return {
    post: (headers, body, deadline) =>
      new Promise((resolve, reject) => {
        const length = Buffer.byteLength(body);
        const text = `${head}${linesOf(headers)}content-length: ${length}\r\n\r\n${body}`;
        ask({ text, isAscii: length === body.length, deadline, resolve, reject });
      }),
    close: () => {
      closed ??= Promise.withResolvers();
      for (const connection of idle.splice(0)) connection.end();
      if (open.size === 0) closed.resolve();
      return closed.promise;
    },
  };
}

const oneLine = /^[\x20-\x7e]*$/;

function linesOf(headers: readonly string[]): string {
  let text = '';
  for (let place = 0; place < headers.length; place += 2) {
    const [name, value] = [headers[place] as string, headers[place + 1] as string];
    if (!oneLine.test(value)) throw new ServiceError('cannot be told a header of several lines');
    text += `${name}: ${value}\r\n`;
  }
  return text;
}
