import { readOperation } from '@passerelle/contracts/operations';
import { openInventory } from '@passerelle/inventory';
import { createOpenOrders } from '@passerelle/orders';
import { openReturns } from '@passerelle/returns';
import { anonymous, createLog, type Executor, openGraph, roleScopes } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';

type Settings = {
  readonly databaseUrl: string;
  /** Comes there as `kill -9` would: nothing is done any more. */
  readonly dieAt?: string | undefined;
  /** How far its clock runs ahead, so that nobody has to wait for a lease to end. */
  readonly aheadMs?: number;
};

/** The whole graph, and a shop that places orders with it. */
export async function openShop({ databaseUrl, dieAt, aheadMs = 0 }: Settings) {
  const graph = await openGraph({
    databaseUrl,
    open: {
      'store-network': openStoreNetwork,
      inventory: openInventory,
      orders: createOpenOrders((point) => {
        if (point === dieAt) process.kill(process.pid, 'SIGKILL');
      }),
      returns: openReturns,
    },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: () => new Date(Date.now() + aheadMs),
    log: createLog('warn'),
  });
  await graph.start();
  const orders = graph.executors.get('orders') as Executor;
  return { place: (input: object) => place(orders, input), [Symbol.asyncDispose]: graph.close };
}

const caller = {
  ...anonymous,
  kind: 'user' as const,
  subject: 'storefront-1',
  scopes: new Set(roleScopes.storefront),
};
const query = readOperation('storefront', 'Checkout');
type Placed = { readonly order: { readonly id: string } | null; readonly userErrors: readonly { code: string }[] };

/** Tries again as long as a placement under this key may still be going on: its recovery ends it. */
async function place(orders: Executor, input: object): Promise<string> {
  for (;;) {
    const { data, errors } = await orders({ query, variables: { input } }, { caller, requestId: 'placement' });
    const placed = (data as { placeOrder: Placed } | null)?.placeOrder;
    if (placed?.order) return placed.order.id;
    const isGoingOn = placed?.userErrors[0]?.code === 'IDEMPOTENCY_IN_PROGRESS';
    if (!isGoingOn) throw new Error(JSON.stringify(errors ?? placed));
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

// As a program it places the order of `INPUT` in the database of `DATABASE_URL`, and does not survive the point `DIE_AT`.
if (import.meta.main) {
  // biome-ignore lint/style/noProcessEnv: a program of tests.
  const { DATABASE_URL = '', INPUT = '', DIE_AT } = process.env;
  const shop = await openShop({ databaseUrl: DATABASE_URL, dieAt: DIE_AT });
  await shop.place(JSON.parse(INPUT));
  process.stdout.write(`never came to ${DIE_AT}`);
  await shop[Symbol.asyncDispose]();
}
