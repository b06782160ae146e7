import { invalidInput, notFound, ok, quantityTooLarge, type Refusal, type Result, refuse } from '@passerelle/values';
import { maxUnits } from './snapshot.ts';
import {
  arrivalStatus,
  type TransferLine,
  type TransferMove,
  type TransferOrder,
  type TransferOutcome,
} from './transfer-order.ts';

/** What became of units at the sender, of one SKU. */
export type PickedLine = {
  readonly sku: string;
  readonly pickedQuantity?: number;
  readonly notFoundQuantity?: number;
  readonly damagedQuantity?: number;
};
/** What came of one SKU. */
export type ArrivedLine = {
  readonly sku: string;
  readonly receivedQuantity?: number;
  readonly damagedQuantity?: number;
  readonly surplusQuantity?: number;
};
export type TransferResolution = 'LOST' | 'FOUND_AT_SENDER' | 'TAKEN_IN' | 'SENT_BACK';
/** What is decided about units of one SKU that are missing or too many. */
export type ResolvedLine = {
  readonly sku: string;
  readonly resolution: TransferResolution;
  readonly quantity: number;
};

type LineOutcome = { readonly line: TransferLine; readonly moves: readonly TransferMove[] };

/** Notes what a picker found; what is missing or damaged leaves the sender's stock for sale at once. */
export function pick(order: TransferOrder, given: readonly PickedLine[]): Result<TransferOutcome, Refusal> {
  const changed = changeLines(
    order,
    given,
    (line, { pickedQuantity = 0, notFoundQuantity = 0, damagedQuantity = 0 }, path) => {
      const units = pickedQuantity + notFoundQuantity + damagedQuantity;
      const open = line.atSender - line.picked;
      if (units > open) {
        const message = `${open} unit(s) of ${line.item.sku} are still to pick, ${units} were reported.`;
        return refuse(quantityTooLarge([...path, 'pickedQuantity'], message, open));
      }
      const { itemNo } = line.item;
      const missing: TransferMove = { end: 'SENDER', itemNo, quantity: -notFoundQuantity, reason: 'THEFT' };
      const blockedQuantity = damagedQuantity;
      const damaged: TransferMove = { end: 'SENDER', itemNo, quantity: 0, blockedQuantity, reason: 'DAMAGE' };
      return ok({
        line: {
          ...line,
          picked: line.picked + pickedQuantity,
          atSender: line.atSender - notFoundQuantity - damagedQuantity,
          notFound: line.notFound + notFoundQuantity,
          damagedAtSender: line.damagedAtSender + damagedQuantity,
        },
        moves: [...(notFoundQuantity > 0 ? [missing] : []), ...(damagedQuantity > 0 ? [damaged] : [])],
      });
    },
  );
  return changed.ok ? ok({ ...changed.value, order: { ...changed.value.order, status: 'PICKING' } }) : changed;
}

/** Takes goods in. No more than is on its way, unless named as surplus: surplus waits for a decision and is not stock yet. */
export function receive(order: TransferOrder, given: readonly ArrivedLine[]): Result<TransferOutcome, Refusal> {
  const changed = changeLines(
    order,
    given,
    (line, { receivedQuantity = 0, damagedQuantity = 0, surplusQuantity = 0 }, path) => {
      const units = receivedQuantity + damagedQuantity;
      if (units > line.inTransit) {
        const message = `${line.inTransit} unit(s) of ${line.item.sku} are on their way, ${units} were reported. Name what is beyond as \`surplusQuantity\`.`;
        return refuse(quantityTooLarge([...path, 'receivedQuantity'], message, line.inTransit));
      }
      const move: TransferMove = {
        end: 'RECEIVER',
        itemNo: line.item.itemNo,
        quantity: units,
        blockedQuantity: damagedQuantity,
        reason: 'TRANSFER_IN',
      };
      return ok({
        line: {
          ...line,
          inTransit: line.inTransit - units,
          received: line.received + receivedQuantity,
          damaged: line.damaged + damagedQuantity,
          surplus: line.surplus + surplusQuantity,
        },
        moves: units > 0 ? [move] : [],
      });
    },
  );
  return changed.ok ? ok(arrived(changed.value)) : changed;
}

/** What each decision does: from which units it takes, where it counts them, and what moves. */
const resolutions: Readonly<
  Record<
    TransferResolution,
    {
      readonly of: 'inTransit' | 'surplus';
      readonly to: 'lost' | 'foundAtSender' | 'takenIn' | 'sentBack';
      readonly moves: (itemNo: number, units: number) => readonly TransferMove[];
    }
  >
> = {
  LOST: {
    of: 'inTransit',
    to: 'lost',
    moves: (itemNo, units) => [{ end: 'RECEIVER', itemNo, quantity: -units, reason: 'THEFT', isNote: true }],
  },
  FOUND_AT_SENDER: {
    of: 'inTransit',
    to: 'foundAtSender',
    moves: (itemNo, units) => [{ end: 'SENDER', itemNo, quantity: units, reason: 'ADJUSTMENT' }],
  },
  // The sender sent more than it said: what is on the receiver's shelf is missing on the sender's.
  TAKEN_IN: {
    of: 'surplus',
    to: 'takenIn',
    moves: (itemNo, units) => [
      { end: 'SENDER', itemNo, quantity: -units, reason: 'TRANSFER_OUT' },
      { end: 'RECEIVER', itemNo, quantity: units, reason: 'TRANSFER_IN' },
    ],
  },
  SENT_BACK: { of: 'surplus', to: 'sentBack', moves: () => [] },
};

/** Decides about units that did not come, or that came beyond what was sent. */
export function resolve(order: TransferOrder, given: readonly ResolvedLine[]): Result<TransferOutcome, Refusal> {
  const keyOf = ({ sku, resolution }: ResolvedLine) => `${sku} ${resolution}`;
  const change: LineChange<ResolvedLine> = (line, { resolution, quantity }, path) => {
    const { of, to, moves } = resolutions[resolution];
    if (quantity > line[of]) {
      const message = `${line[of]} unit(s) of ${line.item.sku} ${of === 'surplus' ? 'are surplus' : 'are on their way'}, not ${quantity}.`;
      return refuse(quantityTooLarge([...path, 'quantity'], message, line[of]));
    }
    return ok({
      line: { ...line, [of]: line[of] - quantity, [to]: line[to] + quantity },
      moves: moves(line.item.itemNo, quantity),
    });
  };
  const changed = changeLines(order, given, change, keyOf);
  return changed.ok ? ok(arrived(changed.value)) : changed;
}

const arrived = ({ order, moves }: TransferOutcome): TransferOutcome => ({
  order: { ...order, status: arrivalStatus(order.lines) },
  moves,
});

type Given = { readonly sku: string };
type LineChange<G extends Given> = (
  line: TransferLine,
  given: G,
  path: readonly (string | number)[],
) => Result<LineOutcome, Refusal>;

/** Changes the lines that are named, one after the other; none when one of them cannot be. */
function changeLines<G extends Given>(
  order: TransferOrder,
  given: readonly G[],
  change: LineChange<G>,
  keyOf: (line: G) => string = ({ sku }) => sku,
): Result<TransferOutcome, Refusal> {
  const lines = new Map(order.lines.map((line) => [line.item.sku, line]));
  const moves: TransferMove[] = [];
  const refusals: Refusal[] = given.length === 0 ? [invalidInput(['lines'], 'Name 1 line or more.')] : [];
  const seen = new Set<string>();
  for (const [index, one] of given.entries()) {
    const path = ['lines', index];
    const line = lines.get(one.sku);
    const wrong = checkUnits(one, path);
    if (seen.has(keyOf(one)))
      wrong.push(invalidInput([...path, 'sku'], `${one.sku} is named twice; add its units up.`));
    seen.add(keyOf(one));
    if (!line) wrong.push(notFound('SKU of this transfer order', one.sku, [...path, 'sku']));
    const changed = line && wrong.length === 0 ? change(line, one, path) : refuse(...wrong);
    if (changed.ok) {
      lines.set(one.sku, changed.value.line);
      moves.push(...changed.value.moves);
    } else refusals.push(...changed.refusals);
  }
  return refusals.length > 0 ? refuse(...refusals) : ok({ order: { ...order, lines: [...lines.values()] }, moves });
}

/** Each number of units is zero or more, and something is said. */
function checkUnits(given: Given, path: readonly (string | number)[]): Refusal[] {
  const units = Object.entries<unknown>(given).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const wrong = units
    .filter(([, value]) => value < 0 || value > maxUnits)
    .map(([field]) => invalidInput([...path, field], `\`${field}\` is 0 to ${maxUnits} units.`));
  if (wrong.length === 0 && units.every(([, value]) => value === 0)) {
    return [invalidInput([...path, units[0]?.[0] ?? 'sku'], `Nothing is said of ${given.sku}; leave it out.`)];
  }
  return wrong;
}
