import {
  type InvalidInput,
  invalidInput,
  type NotFound,
  notFound,
  ok,
  type QuantityTooLarge,
  quantityTooLarge,
  type Result,
  refuse,
} from '@passerelle/values';
import { changed, handled, type Return } from './return.ts';

export type ArrivedLine = {
  readonly returnLineId: string;
  readonly quantity: number;
  /** Of these units, those damaged on the way. */
  readonly damagedQuantity?: number;
};

/** What was found on some units of one line of a return, added up over the lines of an input. */
export type QuantityRefusal = InvalidInput | NotFound | QuantityTooLarge;

/**
 * Units an input names, per return line; refuses unknown lines, quantities under 1, and more than `left` tells.
 * `left` is given a return line id; undefined means that the line is not one of the return's.
 */
export function addUp(
  lines: readonly ArrivedLine[],
  left: (returnLineId: string) => number | undefined,
): Result<Map<string, number>, QuantityRefusal> {
  if (lines.length === 0) return refuse(invalidInput(['lines'], 'Name at least one line.'));
  const sums = new Map<string, number>();
  const refusals: QuantityRefusal[] = [];
  lines.forEach(({ returnLineId, quantity }, index) => {
    const maximum = left(returnLineId);
    const before = sums.get(returnLineId) ?? 0;
    sums.set(returnLineId, before + quantity);
    if (maximum === undefined) {
      refusals.push(notFound('line of this return', returnLineId, ['lines', index, 'returnLineId']));
    } else if (quantity < 1) {
      refusals.push(invalidInput(['lines', index, 'quantity'], 'Give 1 unit or more.'));
    } else if (before + quantity > maximum) {
      const rest = Math.max(0, maximum - before);
      refusals.push(quantityTooLarge(['lines', index, 'quantity'], `${rest} units are left on this line.`, rest));
    }
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(sums);
}

export type Arrival = {
  readonly locationId: string;
  readonly lines: readonly ArrivedLine[];
  readonly receivedAt: Date;
  readonly trackingNumber?: string | null;
  /** At a drop-off point, which sends the units on to the destination. */
  readonly isSentOn?: boolean;
};

/**
 * The return after units arrived; the goods end up where they were first received, unless they are the seller's or a
 * drop-off point took them.
 */
export function receive(current: Return, arrival: Arrival, now: Date): Result<Return, QuantityRefusal> {
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  if (arrival.receivedAt > now) return refuse(invalidInput(['receivedAt'], 'Goods cannot have arrived in the future.'));
  if (arrival.isSentOn && current.destinationId === null) {
    return refuse(invalidInput(['locationId'], 'Nobody has said where a drop-off point sends these goods.'));
  }
  const damaged = arrival.lines.findIndex(({ damagedQuantity = 0, quantity }) => {
    return damagedQuantity < 0 || damagedQuantity > quantity;
  });
  if (damaged >= 0) {
    return refuse(invalidInput(['lines', damaged, 'damagedQuantity'], 'Give 0 to the units that arrived.'));
  }
  const sums = addUp(arrival.lines, (id) => {
    const line = lineOf.get(id);
    return line && line.requestedQuantity - line.receivedQuantity;
  });
  if (!sums.ok) return sums;
  const lines = current.lines.map((line) => ({
    ...line,
    receivedQuantity: line.receivedQuantity + (sums.value.get(line.id) ?? 0),
    inTransitQuantity: line.inTransitQuantity + (arrival.isSentOn ? (sums.value.get(line.id) ?? 0) : 0),
  }));
  const isFirst = current.receivedAt === null;
  const isSellers = current.stockOwner === 'SELLER' && current.destinationId !== null;
  const isTheirs = isFirst && !isSellers && !arrival.isSentOn;
  return ok(
    handled(current, lines, now, {
      destinationId: isTheirs ? arrival.locationId : current.destinationId,
      lodgedLocationId: current.lodgedLocationId ?? arrival.locationId,
      receivedAt: current.receivedAt ?? arrival.receivedAt,
    }),
  );
}

/** The return after units that a drop-off point sent on arrived where they are judged. */
export function arrive(
  current: Return,
  { returnLineId, quantity }: ArrivedUnits,
  locationId: string,
  now: Date,
): Return {
  const lines = current.lines.map((line) =>
    line.id === returnLineId ? { ...line, inTransitQuantity: line.inTransitQuantity - quantity } : line,
  );
  return changed(current, now, { lines, destinationId: locationId });
}

type ArrivedUnits = { readonly returnLineId: string | null; readonly quantity: number };
