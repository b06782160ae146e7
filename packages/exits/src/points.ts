import * as v from 'valibot';
import { integer, list, object, optional, pattern, text } from './form.ts';

export const decisions = ['CONTINUE', 'MODIFY', 'REJECT', 'HOLD', 'DEFER'] as const;
/** What an exit says: go on, go on with its output, do not, let a person look first, not now. */
export type Decision = (typeof decisions)[number];

/** What happens when an exit has no answer that can be used: go on, refuse, or let a person look. */
export type Policy = 'OPEN' | 'CLOSED' | 'HOLD';

type Amount = { readonly amount: string; readonly currency: string };

/** An order as exits see it before it is stored. Names, streets, phone numbers and card tokens stay here. */
export type OrderFacts = {
  readonly orderId: string;
  readonly number: string;
  readonly externalReference: string | null;
  readonly customerId: string | null;
  readonly email: string;
  readonly total: Amount;
  readonly payment: { readonly provider: string; readonly method: string; readonly reference: string };
  readonly billing: Place | null;
  readonly lines: readonly {
    readonly lineId: string;
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly unitPrice: Amount;
    readonly groupId: string;
  }[];
  readonly groups: readonly {
    readonly groupId: string;
    readonly method: string;
    readonly pickupLocationId: string | null;
    readonly serviceLevel: string | null;
    readonly destination: Place | null;
  }[];
};
type Place = { readonly countryCode: string; readonly postalCode: string | null; readonly city: string };

type Wanted = readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];

/** What each exit is told. */
export type Inputs = {
  'order.validate': OrderFacts;
  'fraud.screen': OrderFacts;
  'sourcing.rank': {
    readonly orderId: string;
    readonly groupId: string;
    readonly lines: Wanted;
    readonly candidates: readonly {
      readonly locationId: string;
      readonly isStore: boolean;
      readonly distanceKm: number | null;
      readonly readyAt: string | null;
      readonly available: Readonly<Record<string, number>>;
    }[];
  };
  'payment.before-capture': { readonly orderId: string; readonly number: string; readonly captures: readonly Amount[] };
  'carrier.select': {
    readonly orderId: string;
    readonly fulfillmentOrderId: string;
    readonly locationId: string;
    readonly carrier: string;
    readonly serviceLevel: string | null;
    readonly destination: Place | null;
    readonly lines: Wanted;
  };
  'return.eligibility': {
    readonly orderId: string;
    readonly channelId: string;
    readonly customerId: string | null;
    readonly deliveredAt: string | null;
    readonly method: string;
    readonly locationId: string | null;
    readonly lines: readonly {
      readonly orderLineId: string;
      readonly sku: string;
      readonly quantity: number;
      readonly reason: string;
      readonly resolution: string;
      readonly value: Amount;
    }[];
  };
  'refund.amount': {
    readonly returnId: string;
    readonly orderId: string;
    readonly customerId: string | null;
    readonly method: string;
    readonly delivery: Amount;
    readonly fees: Amount;
    readonly total: Amount;
    readonly lines: readonly {
      readonly returnLineId: string;
      readonly orderLineId: string;
      readonly sku: string;
      readonly quantity: number;
      readonly reason: string;
      readonly amount: Amount;
    }[];
  };
};

/** As keys of attributes are everywhere: dotted, such as `erp.docType`. */
const attributeKey = pattern(/^(?=.{1,64}$)[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, 'a key such as erp.docType');
const attribute = object({ key: attributeKey, value: text(1024) });
/** What is kept of one line, in major units of the refund's currency. */
const deduction = object({ returnLineId: text(), amount: pattern(/^\d{1,12}(\.\d{1,4})?$/, 'an amount such as 4.50') });
const nothing = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);

type Point<Output> = {
  readonly budgetMs: number;
  readonly onFailure: Policy;
  /** What settings may say instead. */
  readonly policies: readonly Policy[];
  /** The same facts have the same answer for as long as the exit says: it looks at nothing else. */
  readonly isCacheable: boolean;
  /** CONTINUE is a judgement, that all is well; elsewhere it means that our own rule is to decide. */
  readonly isJudgement: boolean;
  /** What it may say; anything else is no answer. */
  readonly decisions: readonly Decision[];
  /** What MODIFY and DEFER must bring. */
  readonly output: v.GenericSchema<unknown, Output>;
};
const point = <Output>(one: Point<Output>) => one;

/** The points at which the graph asks a service of the retailer, with what holds unless a setting says otherwise. */
export const points = {
  /** Before anything is taken for a new order. */
  'order.validate': point({
    budgetMs: 800,
    onFailure: 'OPEN',
    policies: ['OPEN', 'CLOSED', 'HOLD'],
    isCacheable: false,
    isJudgement: true,
    decisions: ['CONTINUE', 'MODIFY', 'REJECT', 'HOLD'],
    output: object({ attributes: list(attribute, 1, 50) }),
  }),
  /** Before anything is taken for a new order, after it was found valid. */
  'fraud.screen': point({
    budgetMs: 2000,
    onFailure: 'HOLD',
    policies: ['OPEN', 'CLOSED', 'HOLD'],
    isCacheable: false,
    isJudgement: true,
    decisions: ['CONTINUE', 'REJECT', 'HOLD'],
    output: nothing,
  }),
  /** Before locations are chosen for what is shipped. */
  'sourcing.rank': point({
    budgetMs: 300,
    onFailure: 'OPEN',
    policies: ['OPEN'],
    isCacheable: true,
    isJudgement: false,
    decisions: ['CONTINUE', 'MODIFY'],
    output: object({ locationIds: list(text(), 1, 500) }),
  }),
  /** Before money is captured for goods that left. */
  'payment.before-capture': point({
    budgetMs: 500,
    onFailure: 'OPEN',
    policies: ['OPEN', 'CLOSED'],
    isCacheable: false,
    isJudgement: true,
    decisions: ['CONTINUE', 'DEFER'],
    output: object({ delayMinutes: integer(1, 7 * 24 * 60) }),
  }),
  /** When goods are shipped and nobody has chosen a service yet. */
  'carrier.select': point({
    budgetMs: 800,
    onFailure: 'OPEN',
    policies: ['OPEN'],
    isCacheable: true,
    isJudgement: false,
    decisions: ['CONTINUE', 'MODIFY'],
    output: object({ carrier: text(), carrierService: optional(text()) }),
  }),
  /** Before a return that the policy allows is opened. CLOSED opens it for a person to decide. */
  'return.eligibility': point({
    budgetMs: 500,
    onFailure: 'CLOSED',
    policies: ['OPEN', 'CLOSED'],
    isCacheable: false,
    isJudgement: true,
    decisions: ['CONTINUE', 'MODIFY', 'REJECT', 'HOLD'],
    output: object({ restockingFeeBasisPoints: integer(0, 10_000) }),
  }),
  /** Before money of a return is paid back. HOLD leaves it to a person. */
  'refund.amount': point({
    budgetMs: 800,
    onFailure: 'HOLD',
    policies: ['OPEN', 'CLOSED', 'HOLD'],
    isCacheable: false,
    isJudgement: true,
    decisions: ['CONTINUE', 'MODIFY', 'REJECT', 'HOLD'],
    output: object({ deductions: list(deduction, 1, 200) }),
  }),
} as const;

export type PointName = keyof typeof points;
export const pointNames = Object.keys(points) as PointName[];
export type Output<P extends PointName> = (typeof points)[P] extends Point<infer O> ? O : never;

export type Reason = { readonly code: string; readonly message: string; readonly lineId?: string | undefined };
