import { openInventory } from '@passerelle/inventory';
import { openOrders, invariants as orderInvariants } from '@passerelle/orders';
import { openStoreNetwork } from '@passerelle/store-network';
import { testGraph } from '@passerelle/testing';
import { expect } from 'vitest';
import { invariants, openReturns } from '../src/index.ts';
import { doorsOf } from './doors.ts';
import { opening, stockIn } from './places-and-stock.ts';
import { deliveringIn, sellingIn } from './selling.ts';
import { takingBackIn } from './taking-back.ts';

/** All four subgraphs on their own databases, with the web shop and two goods. */
export async function openRealMarket() {
  const graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
  const doors = doorsOf(graph);
  await doors.sqlOf('store-network')`
    insert into channels (id, code, name, type, currency, default_locale, ships_to)
    values ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  await doors.sqlOf('inventory')`insert into items (sku) values ('SHIRT'), ('SHIRT-L')`;
  const openPlace = opening(doors);
  const selling = sellingIn(graph, doors);
  return {
    graph,
    ...doors,
    openPlace,
    ...selling,
    ...deliveringIn(graph, doors, selling),
    ...stockIn(graph, doors),
    ...takingBackIn(doors),
    /** Ends every test file: whatever it did, the invariants hold. */
    async close() {
      for (const [name, rules] of [['returns', invariants] as const, ['orders', orderInvariants] as const]) {
        for (const rule of rules) expect(await doors.sqlOf(name).unsafe(rule.sql), rule.name).toEqual([]);
      }
      await graph[Symbol.asyncDispose]();
    },
  };
}
