import { readOperation } from '@passerelle/contracts/operations';
import { expect } from 'vitest';
import { type Doors, mutation } from './doors.ts';
import { staff } from './open-returns.ts';
import { shopper } from './selling.ts';

type Found = {
  id: string;
  status: string;
  version: number;
  availableActions: string[];
  lines: { id: string }[];
  exchanges: { id: string; status: string; order: { id: string } | null }[];
  refunds: object[];
};

type Refused = { code: string; message: string; path: string[] | null };
type Exchanged = { id: string; status: string; order: { id: string } | null; amountDue: { amount: string } };

/** Takes goods of real orders back. */
export function takingBackIn({ question, change }: Doors) {
  let steps = 0;
  const key = () => `step-of-return-${++steps}`;

  const find = async (id: string) => {
    const query = `query ($id: ID!) { return(id: $id) { id status version availableActions lines { id }
      exchanges { id status order { id } } refunds { status amount { amount } } } }`;
    return (await question<{ return: Found }>('returns', query, { id }, staff)).return;
  };

  /** A return of units of an order line, to a shop unless told. */
  async function askedBack(
    order: { id: string; lineId: string },
    quantity: number,
    dropOffLocationId: string,
    more: object = {},
    caller = shopper,
  ) {
    const lines = [{ orderLineId: order.lineId, quantity, reason: 'TOO_SMALL' }];
    const input = { idempotencyKey: key(), orderId: order.id, method: 'IN_STORE', dropOffLocationId, lines, ...more };
    const ask = readOperation('storefront', 'AskReturn');
    return find((await change<{ return: { id: string } }>('returns', ask, input, caller)).return.id);
  }

  const step = async (id: string, locationId: string) => {
    const { version, lines } = await find(id);
    const base = { idempotencyKey: key(), id, expectedVersion: version, locationId };
    return { base, returnLineId: lines[0]?.id };
  };

  /** Takes units of the first line in. */
  async function takenIn(id: string, quantity: number, locationId: string, caller = staff) {
    const { base, returnLineId } = await step(id, locationId);
    const arrived = { ...base, lines: [{ returnLineId, quantity }] };
    await change('returns', readOperation('store-app', 'TakeBack'), arrived, caller);
  }

  /** Finds units of the first line as new, and puts them back on sale. */
  async function judged(id: string, quantity: number, locationId: string, caller = staff) {
    const { base, returnLineId } = await step(id, locationId);
    const lines = [{ returnLineId, quantity, condition: 'AS_NEW', disposition: 'RESTOCK' }];
    await change('returns', readOperation('store-app', 'Inspect'), { ...base, lines }, caller);
  }

  async function restocked(id: string, quantity: number, locationId: string, caller = staff) {
    await takenIn(id, quantity, locationId, caller);
    await judged(id, quantity, locationId, caller);
  }

  /** Asks for money for what may be paid for now; the answer may be a refusal. */
  async function askMoney(id: string, more: object = {}) {
    const input = { idempotencyKey: key(), id, expectedVersion: (await find(id)).version, ...more };
    type Paid = { refund: { status: string; amount: { amount: string } } | null; userErrors: Refused[] };
    const text = readOperation('store-app', 'PayBack');
    return (await question<{ refundReturn: Paid }>('returns', text, { input }, staff)).refundReturn;
  }
  async function payBack(id: string, more: object = {}) {
    const { refund, userErrors } = await askMoney(id, more);
    expect(userErrors).toEqual([]);
    return refund as NonNullable<typeof refund>;
  }

  /** Asks for other units in place of units of the first line; the answer may be a refusal. */
  async function askOther(id: string, sku: string, quantity: number, more: object = {}) {
    const { version, lines } = await find(id);
    const text = `mutation ($input: ExchangeReturnInput!) { exchangeReturn(input: $input) {
      exchange { id status order { id } amountDue { amount } } userErrors { ... on UserError { code message path } } } }`;
    const wanted = [{ returnLineId: lines[0]?.id, sku, quantity }];
    const input = { idempotencyKey: key(), id, expectedVersion: version, lines: wanted, ...more };
    type Answer = { exchange: Exchanged | null; userErrors: Refused[] };
    return (await question<{ exchangeReturn: Answer }>('returns', text, { input }, shopper)).exchangeReturn;
  }
  async function replace(id: string, sku: string, quantity: number, more: object = {}) {
    const { exchange, userErrors } = await askOther(id, sku, quantity, more);
    expect(userErrors).toEqual([]);
    return exchange as Exchanged & { order: { id: string } };
  }
  const undo = async (id: string, exchangeId: string) => {
    const text = mutation('cancelExchange', 'exchange { status }');
    const input = { returnId: id, exchangeId, expectedVersion: (await find(id)).version };
    type Undone = { cancelExchange: { exchange: { status: string } | null; userErrors: { code: string }[] } };
    return (await question<Undone>('returns', text, { input }, staff)).cancelExchange;
  };
  return { find, askedBack, takenIn, judged, restocked, askMoney, payBack, askOther, replace, undo, key };
}
