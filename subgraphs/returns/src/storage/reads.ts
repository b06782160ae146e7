import type { Connection } from '@passerelle/database';
import { alignByKey, groupByKey } from '@passerelle/values';
import DataLoader from 'dataloader';
import type { Range } from '../domain/listing.ts';
import type { Grouping } from '../domain/numbers.ts';
import type { Viewer } from '../domain/viewer.ts';
import { findExchangesOfReturns } from './exchanges.ts';
import { findExitCallsOfReturns } from './exit-calls.ts';
import { findExtrasOfReturns } from './extras.ts';
import { findInspectionsOfReturns, findReceiptsOfReturns, findTransfersOfReturns } from './handling.ts';
import { countOpen, countUnits, findAwaited } from './numbers.ts';
import { findClaims, findOrderFacts, findOrdersOfLines } from './order-facts.ts';
import { createPages } from './paged-reads.ts';
import { findCustomerGroups, findPolicies, findPolicyVersions } from './policies.ts';
import { findRefunds, findRefundsOfOrders, findRefundsOfReturns } from './refunds.ts';
import { findByNumbers, findReturns } from './returns.ts';

/** Rows a loader fetches in one statement at most. */
const maxBatchSize = 500;

/** What resolvers may read: everything by key and by page, made for one request. */
export function createReads(connection: Connection, viewer: Viewer) {
  const loader = <V>(find: (keys: readonly string[]) => Promise<V[]>) =>
    new DataLoader<string, V>(find, { maxBatchSize });
  const one = <V>(find: (connection: Connection, keys: readonly string[]) => Promise<V[]>, keyOf: (row: V) => string) =>
    loader<V | null>(async (keys) => alignByKey(keys, await find(connection, keys), keyOf));

  const returns = one(findReturns, (found) => found.id);
  let policyVersions: ReturnType<typeof findPolicyVersions> | undefined;
  return {
    returns,
    idsByNumber: one(findByNumbers, (found) => found.number),
    inspections: loader(async (ids) =>
      groupByKey(ids, await findInspectionsOfReturns(connection, ids), (inspection) => inspection.returnId),
    ),
    refund: one(findRefunds, (refund) => refund.id),
    refunds: loader(async (ids) =>
      groupByKey(ids, await findRefundsOfReturns(connection, ids), (refund) => refund.returnId ?? ''),
    ),
    refundsOfOrder: loader(async (ids) =>
      groupByKey(ids, await findRefundsOfOrders(connection, ids), (refund) => refund.orderId),
    ),
    receipts: loader(async (ids) =>
      groupByKey(ids, await findReceiptsOfReturns(connection, ids), (receipt) => receipt.returnId),
    ),
    extras: loader(async (ids) =>
      groupByKey(ids, await findExtrasOfReturns(connection, ids), (extra) => extra.returnId),
    ),
    transfers: loader(async (ids) =>
      groupByKey(ids, await findTransfersOfReturns(connection, ids), (transfer) => transfer.returnId),
    ),
    exchanges: loader(async (ids) =>
      groupByKey(ids, await findExchangesOfReturns(connection, ids), (exchange) => exchange.returnId),
    ),
    exitCalls: loader(async (ids) =>
      groupByKey(ids, await findExitCallsOfReturns(connection, ids), (call) => call.returnId ?? ''),
    ),
    statistics: (by: Grouping, range: Range, limit: number) => countUnits(connection, by, range, limit),
    ageing: (now: Date) => countOpen(connection, now),
    awaited: (skus: readonly string[]) => findAwaited(connection, skus),
    orderFacts: one(findOrderFacts, (facts) => facts.orderId),
    orderOfLine: one(findOrdersOfLines, (line) => line.orderLineId),
    claimsOfOrder: loader(async (orderIds) =>
      groupByKey(orderIds, await findClaims(connection, { orderIds }), (claims) => claims.orderId),
    ),
    claimsOfLine: one(
      (_connection, orderLineIds) => findClaims(connection, { orderLineIds }),
      (claims) => claims.orderLineId,
    ),
    policyVersions: () => {
      policyVersions ??= findPolicyVersions(connection);
      return policyVersions;
    },
    policies: () => findPolicies(connection),
    policy: one(
      (_connection, ids) => findPolicies(connection, ids),
      (policy) => policy.id,
    ),
    customerGroup: one(findCustomerGroups, (customer) => customer.customerId),
    pages: createPages(connection, viewer, returns),
  };
}

export type Reads = ReturnType<typeof createReads>;
