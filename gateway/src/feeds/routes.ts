import type { IncomingMessage } from 'node:http';
import { forbidden, HttpError, isAllowed, json, type Routes } from '@passerelle/server';
import type { GatewayContext, Send } from '../data-sources.ts';
import type { AskInventory } from './ask.ts';
import { uploadEvents } from './events-upload.ts';
import { uploadSnapshot } from './snapshot-upload.ts';
import { openUpload } from './upload.ts';

/** Applying a large snapshot is one transaction. */
const longestStepMs = 5 * 60_000;

const scope = 'inventory:ingest';

/** The doors for files of stock: NDJSON or CSV, gzip or not, of any length, by the rules of the graph's own mutations. */
export function feedRoutes(contextOf: (request: IncomingMessage) => Promise<GatewayContext>, send: Send): Routes {
  const upload =
    (kind: string, take: (ask: AskInventory, opening: Awaited<ReturnType<typeof openUpload>>) => Promise<object>) =>
    async (request: IncomingMessage, url: URL) => {
      const context = await contextOf(request);
      checkCaller(context);
      const ask: AskInventory = (operation) =>
        send(operation, context, AbortSignal.timeout(longestStepMs), longestStepMs);
      return json(200, await take(ask, await openUpload(request, url, kind)));
    };
  return {
    'POST /feeds/stock/snapshots': upload('stock.snapshot', uploadSnapshot),
    'POST /feeds/stock/events': upload('stock.events', uploadEvents),
  };
}

/** Before a byte of the file is read; inventory checks again. */
function checkCaller({ caller }: GatewayContext): void {
  if (caller.kind === 'anonymous') throw new HttpError(401, 'Send a bearer token.', 'UNAUTHENTICATED');
  if (!isAllowed(caller, scope)) throw new HttpError(403, forbidden(`/feeds (${scope})`).message, 'FORBIDDEN');
}
