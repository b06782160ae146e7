import postgres from 'postgres';
import { promptSockets } from './socket.ts';

type Options = NonNullable<Parameters<typeof postgres>[1]>;

/**
 * The driver's client of a server, without the driver's reading aloud of notices. `?host=/folder` in the URL is the
 * folder of the server's Unix socket, as libpq has it: what the kernel does for a statement costs half there.
 */
export function openClient(url: string, options: Options = {}): postgres.Sql {
  const { address, socketFile } = placeOf(url);
  return postgres(address, {
    onnotice: () => {},
    ...(socketFile ? { path: socketFile } : {}),
    ...options,
    // Missing in the driver's types.
    ...{ socket: promptSockets() },
  }) as unknown as postgres.Sql;
}

/** The driver takes what it does not know in a URL for a setting of the session. */
function placeOf(url: string): { readonly address: string; readonly socketFile?: string } {
  if (!url.includes('host=')) return { address: url };
  const address = new URL(url);
  const folder = address.searchParams.get('host');
  if (!folder?.startsWith('/')) return { address: url };
  address.searchParams.delete('host');
  return { address: address.href, socketFile: `${folder}/.s.PGSQL.${address.port || 5432}` };
}
