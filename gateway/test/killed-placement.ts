import { readOperation } from '@passerelle/contracts/operations';
import { openInventory } from '@passerelle/inventory';
import { createOpenOrders } from '@passerelle/orders';
import { openReturns } from '@passerelle/returns';
import { anonymous, createLog, type Executor, openGraph, roleScopes } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';

/**
 * Places the orders of `INPUTS` in the database of `DATABASE_URL`, prints `ready` and their ids, and goes on with what is
 * to be done in the background. At the fault point `DIE_AT` it kills itself as `kill -9` would, and ends when it never
 * comes there. Its clock runs `AHEAD_MS` ahead, so that nobody has to wait for a lease to end.
 */
// biome-ignore lint/style/noProcessEnv: a program of tests, whose settings are two or three.
const { DATABASE_URL = '', INPUTS = '[]', DIE_AT, AHEAD_MS = '0' } = process.env;

const graph = await openGraph({
  databaseUrl: DATABASE_URL,
  open: {
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: createOpenOrders((point) => {
      if (point === DIE_AT) process.kill(process.pid, 'SIGKILL');
    }),
    returns: openReturns,
  },
  remote: {},
  serviceSecret: 'a secret of thirty-two characters',
  now: () => new Date(Date.now() + Number(AHEAD_MS)),
  log: createLog('warn'),
});
await graph.start();

const orders = graph.executors.get('orders') as Executor;
const caller = {
  ...anonymous,
  kind: 'user' as const,
  subject: 'storefront-1',
  scopes: new Set(roleScopes.storefront),
};
const query = readOperation('storefront', 'Checkout');
type Placed = { readonly order: { readonly id: string } | null; readonly userErrors: readonly { code: string }[] };

/** Tries again as long as a placement under this key may still be going on: its recovery ends it. */
async function place(input: object): Promise<string> {
  for (;;) {
    const { data, errors } = await orders({ query, variables: { input } }, { caller, requestId: 'placement' });
    const placed = (data as { placeOrder: Placed } | null)?.placeOrder;
    if (placed?.order) return placed.order.id;
    const isGoingOn = placed?.userErrors[0]?.code === 'IDEMPOTENCY_IN_PROGRESS';
    if (!isGoingOn) throw new Error(JSON.stringify(errors ?? placed));
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

const ids: string[] = [];
for (const input of JSON.parse(INPUTS)) ids.push(await place(input));
process.stdout.write(`ready ${ids.join()}\n`);
if (DIE_AT) process.exit(1);
