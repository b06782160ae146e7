import type { Exits } from '@passerelle/exits';
import type { Caller } from '@passerelle/server';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { expect } from 'vitest';
import { invariants, openReturns } from '../src/index.ts';
import { anOrder, aStore, testNeighbours } from './neighbours.ts';

export const staff = aCaller('store-staff');
export const operator = aCaller('operator');
export const shopper = (customerId: string) => aCaller('shopper', { customerId, subject: customerId });

let keys = 0;
/** An idempotency key of its own. */
export const key = () => `key-${String(keys++).padStart(6, '0')}`;

export type Shown = {
  id: string;
  number: string;
  status: string;
  version: number;
  lines: { id: string; sku: string; receivedQuantity: number; acceptedQuantity: number; refusedQuantity: number }[];
  availableActions: string[];
  refundSummary: Sums;
  label: { carrier: string; qrPayload: string; url: string | null } | null;
  destination: { id: string } | null;
  closedAt: string | null;
};
export type UserError = { code: string; path: string[] | null; [fact: string]: unknown };
export type Payload = { return: Shown | null; userErrors: UserError[] };

export type Sums = Record<'goods' | 'delivery' | 'fees' | 'total' | 'refunded', { amount: string }>;
export type Paid = {
  return: Shown | null;
  refund: { id: string; status: string; amount: { amount: string }; reference: string | null } | null;
  summary: Sums | null;
  userErrors: UserError[];
};

const payBack = `mutation ($input: RefundReturnInput!) { refundReturn(input: $input) {
  return { id status version closedAt availableActions refundSummary { total { amount } refunded { amount } }
    refunds { id status declineCode } lines { id } }
  refund { id status reference amount { amount } lines { quantity amount { amount } tax { amount } fee { amount } } }
  summary { goods { amount } delivery { amount } fees { amount } total { amount } refunded { amount } }
  userErrors { ... on UserError { code message path } ... on RefundTooLargeError { maximum { amount } }
    ... on RefundDeclinedError { declineCode } ... on QuantityTooLargeError { maximumQuantity } } } }`;

const shown = `return { id number status version closedAt availableActions destination { id } label { carrier qrPayload url }
  lines { id sku receivedQuantity acceptedQuantity refusedQuantity } 
  refundSummary { goods { amount } delivery { amount } fees { amount } total { amount } refunded { amount } } }`;
const commonErrors = `... on UserError { code message path } ... on QuantityTooLargeError { maximumQuantity }
  ... on LocationNotEligibleError { locationId reasons { code until } }`;
const stepErrors =
  '... on InvalidStateError { currentState } ... on VersionConflictError { actualVersion expectedVersion }';
const creationErrors = '... on NotReturnableError { orderLineId against: reasons }';

type Asked = { orderLineId: string; quantity: number; reason?: string };

/** Input of `createReturn`: brought to the store in Lyon unless told. */
export const request = (orderId: string, lines: Asked[], more: Record<string, unknown> = {}) => ({
  idempotencyKey: key(),
  orderId,
  method: 'IN_STORE',
  dropOffLocationId: 'loc_lyon',
  lines: lines.map((line) => ({ reason: 'TOO_SMALL', ...line })),
  ...more,
});

const step = (found: Shown, lines: unknown[], more: Record<string, unknown>) => ({
  idempotencyKey: key(),
  id: found.id,
  expectedVersion: found.version,
  locationId: 'loc_lyon',
  lines,
  ...more,
});

const firstLine = (found: Shown) => found.lines[0]?.id as string;

/** Input of `receiveReturn` for units of the first line. */
export const arrival = (found: Shown, quantity: number, more: Record<string, unknown> = {}) =>
  step(found, [{ returnLineId: firstLine(found), quantity }], more);

/** What was found on units of the first line. */
export const finding = (found: Shown, quantity: number, disposition = 'RESTOCK', condition = 'AS_NEW') => ({
  returnLineId: firstLine(found),
  quantity,
  condition,
  disposition,
});

/** Input of `inspectReturn`. */
export const inspection = (found: Shown, lines: unknown[], more: Record<string, unknown> = {}) =>
  step(found, lines, more);

type Steps = {
  question: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
  act: (mutation: string, input: Record<string, unknown>) => Promise<Payload>;
  newOrder: () => { id: string; lines: { id: string }[] };
};

/** Returns of fresh orders, taken as far as a test wants. */
function journeysOf({ question, act, newOrder }: Steps) {
  /** A return of shirts of a fresh order. */
  async function opened(quantity: number, more: Record<string, unknown> = {}): Promise<Shown & { orderId: string }> {
    const { id, lines } = newOrder();
    const payload = await act('createReturn', request(id, [{ orderLineId: lines[0]?.id as string, quantity }], more));
    expect(payload.userErrors).toEqual([]);
    return { ...(payload.return as Shown), orderId: id };
  }

  /** A return of shirts of a fresh order, all of which have arrived. */
  async function received(quantity: number): Promise<Shown & { orderId: string }> {
    const found = await opened(quantity);
    return { ...found, ...((await act('receiveReturn', arrival(found, quantity))).return as Shown) };
  }

  /** A return of shirts of a fresh order, all of which were accepted. */
  async function accepted(quantity: number, more: Record<string, unknown> = {}): Promise<Shown & { orderId: string }> {
    const found = await opened(quantity, more);
    const here = (await act('receiveReturn', arrival(found, quantity))).return as Shown;
    const judged = await act('inspectReturn', inspection(here, [finding(here, quantity)]));
    return { ...found, ...(judged.return as Shown) };
  }

  /** Sends `refundReturn`. */
  async function pay(found: Shown, more: Record<string, unknown> = {}): Promise<Paid> {
    const input = { idempotencyKey: key(), id: found.id, expectedVersion: found.version, ...more };
    return (await question<{ refundReturn: Paid }>(payBack, { input })).refundReturn;
  }

  /** A return as it is now, and its refunds. */
  async function read({ id }: Shown): Promise<Shown & { refunds: { id: string; status: string }[] }> {
    const query = `query ($id: ID!) { return(id: $id) { id status version closedAt availableActions lines { id }
      refundSummary { total { amount } refunded { amount } } refunds { id status } } }`;
    return (await question<{ return: Shown & { refunds: { id: string; status: string }[] } }>(query, { id })).return;
  }

  return { opened, received, accepted, pay, read };
}

/** The returns subgraph on its own database, between neighbours that a test rules over. */
export async function openTestReturns(options: { readonly exits?: Exits } = {}) {
  const neighbours = testNeighbours();
  const graph = await testGraph(
    { returns: (opened) => openReturns({ ...opened, services: neighbours.services }) },
    options,
  );
  const [executor] = graph.executors.values();
  const [subgraph] = graph.subgraphs.values();
  if (!executor || !subgraph) throw new Error('returns is not open');
  const { sql } = subgraph.database;
  neighbours.places.set('loc_lyon', aStore);
  neighbours.places.set('loc_nice', aStore);
  let orders = 0;

  const question = <Data>(query: string, variables: Record<string, unknown> = {}, caller: Caller = staff) =>
    ask<Data>(executor, query, variables, caller);

  /** Sends one mutation with its input, and answers its payload with everything that tests look at. */
  async function act(mutation: string, input: Record<string, unknown>, caller: Caller = staff): Promise<Payload> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const own = mutation === 'createReturn' ? creationErrors : stepErrors;
    const query = `mutation Act($input: ${type}!) {
      result: ${mutation}(input: $input) { ${shown} userErrors { ${commonErrors} ${own} } }
    }`;
    return (await question<{ result: Payload }>(query, { input }, caller)).result;
  }

  /** A fresh order of three shirts and two pairs of shoes, with line ids of its own. */
  function newOrder(facts: Partial<ReturnType<typeof anOrder>> = {}) {
    const id = `ord_${++orders}`;
    const order = anOrder({ id, ...facts });
    const lines = order.lines.map((line, index) => ({ ...line, id: `${id}-line-${index + 1}` }));
    neighbours.orders.set(id, { ...order, lines });
    return { id, lines };
  }

  /** A policy that has always been there, for this scope. */
  async function newPolicy(scope: Record<string, unknown>, terms: Record<string, unknown>): Promise<string> {
    const query = `mutation ($input: CreateReturnPolicyInput!) {
      createReturnPolicy(input: $input) { returnPolicy { id } userErrors { ... on UserError { code message path } } } }`;
    const input = { idempotencyKey: key(), name: 'A policy', scope, terms, validFrom: '2020-01-01T00:00:00Z' };
    type Made = { createReturnPolicy: { returnPolicy: { id: string } | null; userErrors: UserError[] } };
    const { createReturnPolicy: made } = await question<Made>(query, { input }, operator);
    expect(made.userErrors).toEqual([]);
    return made.returnPolicy?.id as string;
  }

  const journeys = journeysOf({ question, act, newOrder });
  return {
    ...journeys,
    graph,
    executor,
    sql,
    neighbours,
    question,
    act,
    newOrder,
    newPolicy,
    /** What was given back for an order, in minor units. */
    paidFor: (orderId: string) =>
      [...neighbours.refunds.values()].filter((refund) => refund.orderId === orderId).map(({ minor }) => minor),
    /** Ends every test file: whatever it did, the invariants hold. */
    async close() {
      for (const { name, sql: query } of invariants) expect(await sql.unsafe(query), name).toEqual([]);
      await graph[Symbol.asyncDispose]();
    },
  };
}
