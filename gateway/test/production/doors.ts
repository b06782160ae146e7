import type { Deployment } from '../deployment.ts';
import type { KeyProvider } from '../key-provider.ts';
import type { spanCollector } from '../span-collector.ts';

/** A deployment with the settings of production, its identity provider, and who collects its traces. */
export type Production = {
  readonly deployment: Deployment;
  readonly provider: KeyProvider;
  readonly collector: Awaited<ReturnType<typeof spanCollector>>;
};

export const doors = ['/graphql', '/graphql/storefront', '/graphql/store-app', '/graphql/partner'];
export const streams = doors.map((door) => `${door}/stream`);
export const feeds = ['/feeds/stock/snapshots', '/feeds/stock/events', '/feeds/orders'];

/** Something of every subgraph. */
export const everywhere =
  '{ location(id: "x") { name } inventoryItem(sku: "x") { sku } order(id: "x") { id } return(id: "x") { id } }';

/** Logs and traces arrive when they do. */
export const patient = { timeout: 30_000 };

export type Headers = Readonly<Record<string, string>>;
export type Body = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

export const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
export const codesOf = ({ body }: { body: Body }) => body.errors?.map(({ extensions }) => extensions.code);

export function callersOf(given: () => Production) {
  return {
    /** Sends an operation to a door of the gateway; the answer of a stream is its first one. */
    async send(door: string, operation: object, headers: Headers = {}) {
      const isStream = door.endsWith('/stream');
      const response = await fetch(given().deployment.url + door, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(isStream ? { accept: 'text/event-stream' } : {}),
          ...headers,
        },
        body: JSON.stringify(operation),
      });
      const text = await response.text();
      const json = text.startsWith('{') ? text : (/^data: (\{.*)$/m.exec(text)?.[1] ?? '{}');
      return { status: response.status, headers: response.headers, body: JSON.parse(json) as Body };
    },
    asOperator: async () => bearing(await given().deployment.tokenOf({ role: 'operator' })),
  };
}
