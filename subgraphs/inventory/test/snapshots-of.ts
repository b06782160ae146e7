import { readOperation } from '@passerelle/contracts/operations';
import type { Caller } from '@passerelle/server';
import type { StockedGraph } from './stocked-graph.ts';

const shown = `id status takenAt expectedChunks receivedChunks rowCount holdReason completedAt location { id }
  rejectedRows { chunk row sku code message }
  summary { unchangedLevels changedLevels zeroedLevels replayedEvents netUnits }`;
const errors = `userErrors { ... on UserError { code message path } ... on InvalidStateError { currentState }
  ... on SnapshotSequenceError { missingChunks } ... on LimitExceededError { limit } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { snapshot { ${shown} } ${errors} } }`;
export const start = mutation('startStockSnapshot', 'StartStockSnapshotInput');
export const append = mutation('appendStockSnapshot', 'AppendStockSnapshotInput');
export const complete = mutation('completeStockSnapshot', 'CompleteStockSnapshotInput');
export const abort = mutation('abortStockSnapshot', 'AbortStockSnapshotInput');
const tillEvents = readOperation('partner', 'TillEvents');

export type Row = { sku: string; onHand: number; blocked?: number };
export type Answer = {
  snapshot: { id: string; status: string; rejectedRows: unknown[]; summary: unknown; receivedChunks: number } | null;
  userErrors: { code: string; path: string[] | null; message: string; missingChunks?: number[] }[];
};

export const skus = Array.from({ length: 60 }, (_, n) => `S${String(n).padStart(2, '0')}`);
let keys = 0;
export const aKey = () => `key-${String(++keys).padStart(6, '0')}`;

export async function send(
  graph: StockedGraph,
  query: string,
  input: Record<string, unknown>,
  caller?: Caller,
): Promise<Answer> {
  const data = await graph.ask<Record<string, Answer>>(query, { input }, caller);
  return Object.values(data)[0] as Answer;
}

/** Opens a snapshot; fails when it cannot. */
export async function open(graph: StockedGraph, facts: Record<string, unknown> = {}): Promise<string> {
  const input = {
    idempotencyKey: aKey(),
    locationId: 'loc_lyon',
    takenAt: '2026-11-22T08:00:00Z',
    expectedChunks: 1,
    ...facts,
  };
  const answer = await send(graph, start, input);
  if (!answer.snapshot) throw new Error(JSON.stringify(answer.userErrors));
  return answer.snapshot.id;
}

/** Sends a whole snapshot in one chunk. */
export async function take(
  graph: StockedGraph,
  takenAt: string,
  rows: Row[],
  facts: Record<string, unknown> = {},
): Promise<Answer> {
  const snapshotId = await open(graph, { takenAt, ...facts });
  await send(graph, append, { snapshotId, chunk: 1, rows });
  return send(graph, complete, { snapshotId });
}

let events = 0;
/** Tells of a sale, or of goods received, as a till would. */
export const sell = (graph: StockedGraph, sku: string, delta: number, occurredAt: string, locationId = 'loc_lyon') =>
  graph.ask(tillEvents, {
    input: {
      source: 'till',
      events: [{ eventId: `e${++events}`, locationId, sku, delta, reason: delta < 0 ? 'SALE' : 'RECEIPT', occurredAt }],
    },
  });
