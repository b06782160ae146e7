import { connect, type Socket } from 'node:net';

/** The part of the driver's settings that says where the server is. */
type Where = { readonly host: readonly string[]; readonly port: readonly number[]; readonly path?: string | false };

/**
 * A factory of sockets that send what they are given at once. The driver leaves Nagle's algorithm on, by which a
 * second small piece waits until the server's kernel acknowledges the first. Hosts of a list are tried in turn.
 */
export function promptSockets(): (where: Where) => Socket {
  let attempt = 0;
  return ({ host, port, path }) => {
    if (path) return connect({ path });
    const index = attempt++ % host.length;
    const address = { host: host[index] as string, port: port[index] as number };
    // The driver names both in what it throws.
    return Object.assign(connect({ ...address, noDelay: true }), address);
  };
}
