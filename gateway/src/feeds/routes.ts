import type { IncomingMessage } from 'node:http';
import { forbidden, HttpError, isAllowed, json, type Routes } from '@passerelle/server';
import type { GatewayContext, Send } from '../data-sources.ts';
import { Deadline } from '../deadline.ts';
import type { Ask } from './ask.ts';
import { uploadEvents } from './events-upload.ts';
import { uploadOrders } from './orders-upload.ts';
import { uploadSnapshot } from './snapshot-upload.ts';
import { openUpload } from './upload.ts';

/** Applying a large snapshot is one transaction. */
const longestStepMs = 5 * 60_000;

type Take = (ask: Ask, opening: Awaited<ReturnType<typeof openUpload>>) => Promise<object>;
type Feed = { readonly kind: string; readonly scope: string; readonly take: Take };

/** The subgraphs that files are for; one that is not there has no doors. */
export type FeedSends = { readonly inventory?: Send | undefined; readonly orders?: Send | undefined };

/** The doors for files: NDJSON or CSV, gzip or not, of any length, by the rules of the graph's own mutations. */
export function feedRoutes(
  contextOf: (request: IncomingMessage) => Promise<GatewayContext>,
  { inventory, orders }: FeedSends,
): Routes {
  const door =
    (send: Send, { kind, scope, take }: Feed) =>
    async (request: IncomingMessage, url: URL) => {
      const context = await contextOf(request);
      checkCaller(context, scope);
      const ask: Ask = async (operation) => {
        const deadline = new Deadline(longestStepMs).start();
        try {
          return await send(operation, context, deadline);
        } finally {
          deadline.end();
        }
      };
      return json(200, await take(ask, await openUpload(request, url, kind)));
    };
  const ingest = 'inventory:ingest';
  return {
    ...(inventory && {
      'POST /feeds/stock/snapshots': door(inventory, { kind: 'stock.snapshot', scope: ingest, take: uploadSnapshot }),
      'POST /feeds/stock/events': door(inventory, { kind: 'stock.events', scope: ingest, take: uploadEvents }),
    }),
    ...(orders && {
      'POST /feeds/orders': door(orders, { kind: 'orders', scope: 'orders:import', take: uploadOrders }),
    }),
  };
}

/** Before a byte of the file is read; the subgraph checks again. */
function checkCaller({ caller }: GatewayContext, scope: string): void {
  if (caller.kind === 'anonymous') throw new HttpError(401, 'Send a bearer token.', 'UNAUTHENTICATED');
  if (!isAllowed(caller, scope)) throw new HttpError(403, forbidden(`/feeds (${scope})`).message, 'FORBIDDEN');
}
