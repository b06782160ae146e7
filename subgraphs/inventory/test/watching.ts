import { aCaller } from '@passerelle/testing';
import { expect } from 'vitest';
import type { NetworkGraph } from './a-network.ts';

type Told = { kind: string; sellableQuantity: number; threshold: number; channel: { id: string } };

/** What moves stock, and what watched channels are told of it. */
export function watching(graph: NetworkGraph) {
  let events = 0;
  return {
    /** Has channels told from now on. */
    async watch(...channelIds: string[]) {
      const start = 'mutation ($id: ID!) { startStockWatch(input: { channelId: $id }) { userErrors { __typename } } }';
      for (const id of channelIds) await graph.ask(start, { id });
      await graph.pass({ seconds: 5 });
    },
    look: () => graph.pass({ seconds: 5 }),
    /** Moves stock as a till would. */
    move: (sku: string, quantity: number, { locationId = 'loc_depot', eventId = `move-${++events}` } = {}) => {
      const reason = quantity < 0 ? 'SALE' : 'RECEIPT';
      const occurredAt = graph.clock.now().toISOString();
      return graph.ask(
        `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { appliedCount } }`,
        { input: { source: 'till', events: [{ eventId, sku, locationId, delta: quantity, reason, occurredAt }] } },
        aCaller('partner'),
      );
    },
    /** What channels were told of a SKU, oldest first, and that the outbox says the same. */
    async told(sku: string, channelId = 'chn_web'): Promise<string[]> {
      const { stockCrossings } = await graph.ask<{ stockCrossings: { nodes: Told[] } }>(
        `query ($filter: StockCrossingFilter) { stockCrossings(filter: $filter, last: 100) {
          nodes { kind sellableQuantity threshold channel { id } item { sku } noticedAt } } }`,
        { filter: { skus: [sku], channelIds: [channelId] } },
      );
      const shown = stockCrossings.nodes.map(({ kind, sellableQuantity }) => `${kind} ${sellableQuantity}`).reverse();
      const sent = await graph.database.sql`
        select data ->> 'kind' || ' ' || (data ->> 'sellableQuantity') as text from outbox
        where type = 'stock.crossed' and subject = ${sku} and data ->> 'channelId' = ${channelId} order by position`;
      expect(sent.map(({ text }) => text)).toEqual(shown);
      return shown;
    },
    async sellable(sku: string, channelId: string) {
      const { availability } = await graph.ask<{ availability: { sellableQuantity: number; status: string }[] }>(
        `query ($channelId: ID!, $skus: [String!]!) { availability(channelId: $channelId, skus: $skus) {
          sellableQuantity status } }`,
        { channelId, skus: [sku] },
      );
      return availability[0];
    },
  };
}
