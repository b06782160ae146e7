import { expect, it } from 'vitest';
import { differencesOf } from './transfer-difference.ts';
import {
  arrivalStatus,
  cancel,
  checkStep,
  heldUnits,
  nextSteps,
  request,
  ship,
  type TransferLine,
  type TransferOrder,
  type TransferOutcome,
  type TransferStatus,
  type TransferStep,
  transferSteps,
} from './transfer-order.ts';
import { pick, receive, resolve } from './transfer-work.ts';

const aLine = (sku: string, requested: number, lineNo = 1): TransferLine => ({
  lineNo,
  item: { itemNo: lineNo, sku, category: null, isTracked: true },
  requested,
  atSender: requested,
  picked: 0,
  notFound: 0,
  damagedAtSender: 0,
  leftBehind: 0,
  shipped: 0,
  inTransit: 0,
  received: 0,
  damaged: 0,
  lost: 0,
  foundAtSender: 0,
  surplus: 0,
  takenIn: 0,
  sentBack: 0,
});

const at = new Date('2026-11-20T08:00:00Z');
const anOrder = (facts: Partial<TransferOrder> = {}): TransferOrder => ({
  id: 'tro_1',
  reference: null,
  fromLocationNo: 1,
  fromLocationId: 'loc_dc',
  toLocationNo: 2,
  toLocationId: 'loc_lyon',
  status: 'DRAFT',
  expectedAt: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
  lines: [aLine('A', 10), aLine('B', 5, 2)],
  history: [],
  ...facts,
});

const statuses = [
  'DRAFT',
  'REQUESTED',
  'PICKING',
  'SHIPPED',
  'PARTLY_RECEIVED',
  'RECEIVED',
  'CANCELLED',
] as const satisfies readonly TransferStatus[];

it.each([
  ['REQUEST', ['DRAFT']],
  ['PICK', ['REQUESTED', 'PICKING']],
  ['SHIP', ['PICKING']],
  ['RECEIVE', ['SHIPPED', 'PARTLY_RECEIVED']],
  ['RESOLVE', ['SHIPPED', 'PARTLY_RECEIVED']],
  ['CANCEL', ['DRAFT', 'REQUESTED', 'PICKING']],
] as const)('%s is for %j and refused with the state in any other', (step, allowed) => {
  const open = statuses.filter((status) => checkStep(anOrder({ status }), step).length === 0);
  expect(open).toEqual(allowed);
  expect(checkStep(anOrder({ status: 'RECEIVED' }), step)).toMatchObject([
    { code: 'INVALID_STATE', currentState: 'RECEIVED' },
  ]);
});

it('offers the sender and the receiver their own steps only', () => {
  const of = (status: TransferStatus, sender: boolean) => nextSteps(anOrder({ status }), { sender, receiver: !sender });
  expect([of('DRAFT', true), of('DRAFT', false)]).toEqual([['REQUEST', 'CANCEL'], ['CANCEL']]);
  expect([of('PICKING', true), of('PICKING', false)]).toEqual([['PICK', 'SHIP', 'CANCEL'], ['CANCEL']]);
  expect([of('SHIPPED', true), of('SHIPPED', false)]).toEqual([['RESOLVE'], ['RECEIVE', 'RESOLVE']]);
  expect(of('RECEIVED', true)).toEqual([]);
});

const outcome = (result: { ok: boolean; value?: TransferOutcome }): TransferOutcome => {
  if (!result.value) throw new Error('refused');
  return result.value;
};
const after = (result: { ok: boolean; value?: TransferOutcome }) => outcome(result).order;

const shipped = () =>
  after(
    ship(
      after(
        pick(request(anOrder()).order, [
          { sku: 'A', pickedQuantity: 7, notFoundQuantity: 2, damagedQuantity: 1 },
          { sku: 'B', pickedQuantity: 3 },
        ]),
      ),
      at,
    ),
  );

it('sends what was picked, gives back what was not, and says why the rest did not go', () => {
  const order = shipped();
  expect(order.status).toBe('SHIPPED');
  expect(order.lines.map(({ shipped, inTransit, leftBehind }) => [shipped, inTransit, leftBehind])).toEqual([
    [7, 7, 0],
    [3, 3, 2],
  ]);
  expect(order.lines.map((line) => differencesOf(order, line).map(({ cause, quantity }) => [cause, quantity]))).toEqual(
    [
      [
        ['NOT_FOUND', 2],
        ['DAMAGED_AT_SENDER', 1],
      ],
      [['LEFT_BEHIND', 2]],
    ],
  );
});

it('refuses to ship nothing, and to pick more than is still there', () => {
  const picking = after(pick(request(anOrder()).order, [{ sku: 'A', notFoundQuantity: 10 }]));
  expect(ship(picking, at)).toMatchObject({ refusals: [{ code: 'INVALID_STATE' }] });
  expect(pick(picking, [{ sku: 'A', pickedQuantity: 1 }])).toMatchObject({
    refusals: [{ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 0, path: ['input', 'lines', '0', 'pickedQuantity'] }],
  });
});

it.each([
  ['no line', []],
  [
    'a SKU twice',
    [
      { sku: 'A', receivedQuantity: 1 },
      { sku: 'A', receivedQuantity: 1 },
    ],
  ],
  ['a foreign SKU', [{ sku: 'Z', receivedQuantity: 1 }]],
  ['nothing said', [{ sku: 'A' }]],
  ['fewer than none', [{ sku: 'A', receivedQuantity: -1, damagedQuantity: 2 }]],
  ['more than was sent', [{ sku: 'A', receivedQuantity: 7, damagedQuantity: 1 }]],
  [
    'one good line and one bad',
    [
      { sku: 'A', receivedQuantity: 1 },
      { sku: 'B', receivedQuantity: 4 },
    ],
  ],
] as const)('refuses a receipt with %s', (_what, lines) => {
  expect(receive(shipped(), lines)).toMatchObject({ ok: false });
});

it('is received once all that left is accounted for, differences included', () => {
  const some = after(receive(shipped(), [{ sku: 'A', receivedQuantity: 4, damagedQuantity: 1, surplusQuantity: 0 }]));
  expect(some.status).toBe('PARTLY_RECEIVED');
  const [lineA, lineB] = some.lines as [TransferLine, TransferLine];
  expect(differencesOf(some, lineA)).toContainEqual({ kind: 'SHORT', cause: 'NOT_ARRIVED', quantity: 2, isOpen: true });
  expect(differencesOf(some, lineB)).toContainEqual({ kind: 'SHORT', cause: 'NOT_ARRIVED', quantity: 3, isOpen: true });

  const more = after(receive(some, [{ sku: 'B', receivedQuantity: 3, surplusQuantity: 2 }]));
  const decided = outcome(
    resolve(more, [
      { sku: 'A', resolution: 'LOST', quantity: 1 },
      { sku: 'A', resolution: 'FOUND_AT_SENDER', quantity: 1 },
      { sku: 'B', resolution: 'TAKEN_IN', quantity: 1 },
      { sku: 'B', resolution: 'SENT_BACK', quantity: 1 },
    ]),
  );
  expect([more.status, decided.order.status]).toEqual(['PARTLY_RECEIVED', 'RECEIVED']);
  expect(decided.moves.map(({ end, quantity, reason, isNote = false }) => [end, quantity, reason, isNote])).toEqual([
    ['RECEIVER', -1, 'THEFT', true],
    ['SENDER', 1, 'ADJUSTMENT', false],
    ['SENDER', -1, 'TRANSFER_OUT', false],
    ['RECEIVER', 1, 'TRANSFER_IN', false],
  ]);
});

it('resolves no more than is missing or surplus', () => {
  expect(resolve(shipped(), [{ sku: 'A', resolution: 'LOST', quantity: 8 }])).toMatchObject({
    refusals: [{ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 7 }],
  });
  expect(resolve(shipped(), [{ sku: 'A', resolution: 'TAKEN_IN', quantity: 1 }])).toMatchObject({
    refusals: [{ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 0 }],
  });
});

it('sets units aside from the request until they leave or it is cancelled, and gives all of them back then', () => {
  const held = (order: TransferOrder) => order.lines.map((line) => heldUnits(order, line));
  const draft = anOrder();
  const picking = after(pick(request(draft).order, [{ sku: 'A', pickedQuantity: 4, notFoundQuantity: 1 }]));
  const cancelled = cancel(picking).order;
  expect([draft, request(draft).order, picking, cancelled].map(held)).toEqual([
    [0, 0],
    [10, 5],
    [9, 5],
    [0, 0],
  ]);
  expect(cancelled.lines.map(({ leftBehind, notFound }) => leftBehind + notFound)).toEqual([10, 5]);
  expect(arrivalStatus(cancelled.lines)).toBe('RECEIVED');
});

/** A generator of the same numbers each time; the constants are those of Numerical Recipes' linear congruential one. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('loses no unit, whatever is done in whatever order', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const below = numbersFrom(seed);
    let order = anOrder();
    const stock = { SENDER: 100, RECEIVER: 0 };
    for (let turn = 0; turn < 25; turn++) {
      const step = (Object.keys(transferSteps) as TransferStep[])[below(below(3) === 0 ? 6 : 5)] as TransferStep;
      if (checkStep(order, step).length > 0) continue;
      const sku = below(2) === 0 ? 'A' : 'B';
      const results = {
        REQUEST: () => ({ ok: true, value: request(order) }),
        PICK: () =>
          pick(order, [{ sku, pickedQuantity: below(6), notFoundQuantity: below(2), damagedQuantity: below(2) }]),
        SHIP: () => ship(order, at),
        RECEIVE: () =>
          receive(order, [{ sku, receivedQuantity: below(6), damagedQuantity: below(2), surplusQuantity: below(2) }]),
        RESOLVE: () => {
          const resolution = (['LOST', 'FOUND_AT_SENDER', 'TAKEN_IN', 'SENT_BACK'] as const)[below(4)] ?? 'LOST';
          return resolve(order, [{ sku, resolution, quantity: 1 + below(3) }]);
        },
        CANCEL: () => ({ ok: true, value: cancel(order) }),
      } satisfies Record<TransferStep, () => { ok: boolean; value?: TransferOutcome }>;
      const result: { ok: boolean; value?: TransferOutcome } = results[step]();
      if (!result.value) continue;
      order = result.value.order;
      for (const { end, quantity, isNote } of result.value.moves) if (!isNote) stock[end] += quantity;
      for (const line of order.lines) {
        const { requested, atSender, notFound, damagedAtSender, leftBehind } = line;
        expect(requested).toBe(atSender + notFound + damagedAtSender + leftBehind + line.shipped);
        const { inTransit, received, damaged, lost, foundAtSender } = line;
        expect(line.shipped).toBe(inTransit + received + damaged + lost + foundAtSender);
        expect(Math.min(...Object.values(line).filter((value) => typeof value === 'number'))).toBeGreaterThanOrEqual(0);
      }
      const away = order.lines.reduce((sum, line) => sum + line.inTransit + line.notFound + line.lost, 0);
      expect(stock.SENDER + stock.RECEIVER + away).toBe(100);
    }
  }
});
