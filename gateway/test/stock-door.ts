import { openInventory } from '@passerelle/inventory';
import { type Caller, serve } from '@passerelle/server';
import { aBareStore, aCaller, ask, factsEvent, testGraph } from '@passerelle/testing';
import { localSend } from '../src/data-sources.ts';
import { feedRoutes } from '../src/feeds/routes.ts';

type Body = { errors: { extensions: { code: string } }[]; snapshot: { id: string } };
type Answer = { status: number; body: Body };

/** The doors for files of stock over a real inventory with three stores and 2 500 SKUs, for who `callers.now` is. */
export async function openStockDoor() {
  const graph = await testGraph({ inventory: openInventory });
  const [inventory, executor] = [graph.subgraphs.get('inventory'), graph.executors.get('inventory')];
  if (!inventory || !executor) throw new TypeError('inventory was not opened');
  await inventory.receive(
    ['loc_lyon', 'loc_nice', 'loc_lille'].map((id, index) => factsEvent(index + 1, aBareStore(id))),
  );
  const { sql } = inventory.database;
  await sql`insert into items (sku) select 'S' || n from generate_series(1, 2500) as n`;
  const callers: { now: Caller } = { now: aCaller('partner') };
  const context = async () => ({ caller: callers.now, requestId: 'test', silent: new Set<string>() });
  const door = await serve(feedRoutes(context, { inventory: localSend(executor) }), {
    port: 0,
    onError: (error) => console.error(error),
  });
  const address = `http://127.0.0.1:${door.port}`;
  return {
    callers,
    address,
    async post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
      const response = await fetch(`${address}${path}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : new Uint8Array(body),
        headers: { 'content-type': 'application/x-ndjson', ...headers },
      });
      return { status: response.status, body: (await response.json()) as Body };
    },
    async stock() {
      const [sums] = await sql`
        select count(*)::integer as levels, coalesce(sum(on_hand), 0)::integer as units,
          (select count(*)::integer from stock_movements) as movements from stock_levels`;
      return sums;
    },
    async statuses() {
      return (await sql`select status from stock_snapshots order by id`).map(({ status }) => status);
    },
    /** A person drops a snapshot. */
    async drop({ id }: { readonly id: string }) {
      const query = 'mutation ($id: ID!) { abortStockSnapshot(input: { snapshotId: $id }) { snapshot { status } } }';
      return ask(executor, query, { id }, aCaller('operator'));
    },
    async [Symbol.asyncDispose]() {
      await door.close();
      await graph[Symbol.asyncDispose]();
    },
  };
}

export const line = (value: unknown) => `${JSON.stringify(value)}\n`;
