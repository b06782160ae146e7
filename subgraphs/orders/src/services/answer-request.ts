import type { Connection } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../domain/fulfillment.ts';
import { answerOfDeed, type CancellationRequest } from '../domain/letting-go.ts';
import { endChangeLater, findRequestOfWork, saveRequests } from '../storage/change-requests.ts';

export type Answer = Pick<CancellationRequest, 'status' | 'refusalReason' | 'note'> & {
  readonly answeredBy: string;
  readonly at: Date;
};

/** Keeps what a warehouse says to letting go, in the transaction of what it says; a job carries the change out, or drops it. */
export async function keepAnswer(
  tx: Connection,
  { owner }: Pick<Dependencies, 'owner'>,
  request: CancellationRequest,
  { at, ...answer }: Answer,
): Promise<void> {
  await saveRequests(tx, [{ ...request, ...answer, answeredAt: at }]);
  await endChangeLater(tx, owner, request);
}

type Deed = {
  readonly work: FulfillmentOrder | undefined;
  readonly before: readonly FulfillmentOrderLine[];
  readonly after: readonly FulfillmentOrderLine[];
  readonly actor: string;
  readonly at: Date;
};

/** What is done to work answers a request that waits: shipping refuses it, turning the work down grants it. */
export async function answerByDeed(
  tx: Connection,
  deps: Pick<Dependencies, 'owner'>,
  { id }: Pick<FulfillmentOrder, 'id'>,
  { work, before, after, actor, at }: Deed,
): Promise<void> {
  const units = (lines: readonly FulfillmentOrderLine[]) =>
    lines.reduce((sum, line) => sum + (line.fulfillmentOrderId === id ? line.fulfilledQuantity : 0), 0);
  const answer = answerOfDeed(work, after.length > 0 ? units(after) - units(before) : 0);
  const request = answer && (await findRequestOfWork(tx, id));
  if (request?.status !== 'REQUESTED') return;
  await keepAnswer(tx, deps, request, { ...answer, note: null, answeredBy: actor, at } as Answer);
}
