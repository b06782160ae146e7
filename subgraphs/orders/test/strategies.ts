import { aCaller } from '@passerelle/testing';
import { channelId } from './an-order.ts';
import { type Market, openMarket } from './market.ts';
import { aKey } from './selling.ts';

export const openChain = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, SHOES: 5 } },
    lyon: { type: 'STORE', stock: { SHIRT: 5, SHOES: 1 } },
    nice: { type: 'STORE', stock: { SHIRT: 40 } },
  });
export const storesFirst = { name: 'Stores first', criteria: [{ kind: 'WAREHOUSE', weight: 5 }] };
export const deepest = { name: 'Deep stock', criteria: [{ kind: 'STOCK_DEPTH', weight: 1 }] };
export const aDraft = (more: object = {}) => ({
  idempotencyKey: aKey(),
  channelId,
  name: 'Spring',
  rules: [storesFirst],
  ...more,
});

export type Strategy = { id: string; version: number; status: string; activatedAt: string | null };
type Kept = { strategy: Strategy | null; userErrors: { code: string; path: string[] | null }[] };
/** Sends a mutation about strategies. */
export const write = async (
  market: Market,
  name: string,
  type: string,
  input: object,
  caller = aCaller('operator'),
) => {
  const data = await market.ask<Record<string, Kept>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      strategy { id version status activatedAt } userErrors { ... on UserError { code path } } } }`,
    { input },
    caller,
  );
  return data[name] as Kept;
};
export const draft = (market: Market, more: object = {}) =>
  write(market, 'draftSourcingStrategy', 'DraftSourcingStrategyInput', aDraft(more));
export const drafted = async (market: Market, more: object = {}) => (await draft(market, more)).strategy as Strategy;
export const turn = (market: Market, to: 'activate' | 'archive', id: string) =>
  write(market, `${to}SourcingStrategy`, 'TurnSourcingStrategyInput', { id });
export const decisionOf = async (market: Market, id: string) => {
  const { order } = await market.ask<{ order: { routingDecisions: object[] } }>(
    `query ($id: ID!) { order(id: $id) { routingDecisions { strategy splitCount
      chosen { location { id } score reasons } rejected { location { id } score reasons { code } } } } }`,
    { id },
  );
  return order.routingDecisions[0];
};
