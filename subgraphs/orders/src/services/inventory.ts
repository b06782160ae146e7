import { readOperation } from '@passerelle/contracts/operations';
import type { ServiceCall } from '@passerelle/server';
import type { Candidate } from '../domain/candidate.ts';
import type { CollectionService } from '../domain/collection.ts';

const documents = {
  candidates: readOperation('service', 'Candidates'),
  allocate: readOperation('service', 'Allocate'),
  release: readOperation('service', 'Release'),
  issue: readOperation('service', 'Issue'),
  correct: readOperation('service', 'CorrectStock'),
  restock: readOperation('service', 'Restock'),
  promise: readOperation('service', 'PromiseExpected'),
  arrive: readOperation('service', 'ReceiveTransfer'),
};

export type CandidatesQuery = {
  readonly channelId: string;
  readonly purpose: 'SHIP' | 'COLLECT';
  /** Where units are shipped to: the nearer of two locations is told by it. */
  readonly destination?: { readonly countryCode: string; readonly postalCode: string | null };
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly locationIds?: readonly string[];
  readonly excludeLocationIds?: readonly string[];
  readonly reservationId?: string | null;
  /** How goods are handed over that are collected; in the store when left out. */
  readonly service?: CollectionService;
  /** Whether a store counts whose capacity to hand over is used up. */
  readonly ignoresCapacity?: boolean;
  readonly withStockAges?: boolean;
  /** By what was known then; now when left out. */
  readonly asOf?: string;
};

/** Units of one share, named by the id of its fulfillment order line. */
export type ShareUnits = {
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly locationId: string;
};

export type Allocation = {
  readonly orderId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly reservationId?: string | null;
  readonly lines: readonly ShareUnits[];
};

export type Issue = {
  readonly orderId: string;
  /** Shipment or pick-up; makes the call idempotent. */
  readonly issueReference: string;
  readonly locationId: string;
  readonly lines: readonly ShareUnits[];
  readonly occurredAt: string;
};

export type Release = {
  readonly orderId: string;
  readonly revision: number;
  /** What stays of each share that is reduced, issued units included; everything is given back when left out. */
  readonly reductions?: readonly { readonly orderLineId: string; readonly keptQuantity: number }[];
};

export type Correction = {
  /** Makes the call idempotent. */
  readonly correctionId: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly missingQuantity: number;
    readonly damagedQuantity: number;
  }[];
};

/** Units that came back to where they had left. */
export type Restock = {
  readonly returnId: string;
  /** Makes the call idempotent. */
  readonly inspectionId: string;
  readonly locationId: string;
  readonly orderId: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly restockedQuantity: number;
    readonly blockedQuantity: number;
  }[];
};

/** Goods that another location sent for an order, where they arrived. */
export type Arrival = {
  /** Makes the call idempotent. */
  readonly receiptReference: string;
  readonly orderId: string;
  /** Of no other allocation of the order. */
  readonly revision: number;
  readonly channelId: string;
  readonly locationId: string;
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly sku: string;
    readonly quantity: number;
    readonly damagedQuantity: number;
  }[];
  readonly occurredAt: string;
};

type WishedFor = Omit<Allocation, 'lines'> & {
  /** With a location the units are collected there. */
  readonly lines: readonly (Omit<ShareUnits, 'locationId'> & Partial<Pick<ShareUnits, 'locationId'>>)[];
  /** Only asks. */
  readonly dryRun?: boolean;
};
/** Units of one share that goods on their way will bring. */
export type Expected = ShareUnits & { readonly isStore: boolean; readonly expectedAt: Date };
type ExpectedData = Omit<Expected, 'expectedAt'> & { readonly expectedAt: string };

export type Told = { readonly code: string };

/** Why nothing was allocated; the facts belong to the code. */
export type AllocationRefusal = Told & {
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly sku?: string;
  readonly requestedQuantity?: number;
  readonly availableQuantity?: number;
  readonly expiredAt?: string;
};

type CandidateData = Omit<Candidate, 'readyAt' | 'available' | 'stockAges'> & {
  readonly stockAges: readonly { readonly sku: string; readonly days: number }[];
  readonly readyAt: string | null;
  readonly lines: readonly { readonly sku: string; readonly availableQuantity: number }[];
};

/** Inventory, as orders use it. Every method throws a ServiceError when inventory does not answer. */
export function inventoryService(call: ServiceCall) {
  return {
    async candidates(query: CandidatesQuery): Promise<Candidate[]> {
      const input = { ...query, first: 500 };
      const data = await call<{ sourcingCandidates: { candidates: CandidateData[] } }>(documents.candidates, { input });
      return data.sourcingCandidates.candidates.map(({ lines, readyAt, stockAges, ...facts }) => ({
        ...facts,
        ...(stockAges.length > 0 ? { stockAges: new Map(stockAges.map(({ sku, days }) => [sku, days])) } : {}),
        readyAt: readyAt ? new Date(readyAt) : null,
        available: new Map(lines.map((line) => [line.sku, line.availableQuantity])),
      }));
    },
    /** All or nothing; answers why not. */
    async allocate(input: Allocation): Promise<readonly AllocationRefusal[]> {
      const data = await call<{ allocateOrder: { userErrors: AllocationRefusal[] } }>(documents.allocate, { input });
      return data.allocateOrder.userErrors;
    },
    async release(input: Release): Promise<void> {
      await call(documents.release, { input });
    },
    async correct(input: Correction): Promise<void> {
      await call(documents.correct, { input });
    },
    async restock(input: Restock): Promise<void> {
      await call(documents.restock, { input });
    },
    /** Units of goods on their way, all asked for or none: null when there are not enough. */
    async promise(input: WishedFor): Promise<Expected[] | null> {
      const data = await call<{ promiseExpectedStock: { promises: ExpectedData[]; userErrors: Told[] } }>(
        documents.promise,
        { input },
      );
      const { promises, userErrors } = data.promiseExpectedStock;
      return userErrors.length > 0
        ? null
        : promises.map((promise) => ({ ...promise, expectedAt: new Date(promise.expectedAt) }));
    },
    async arrive(input: Arrival): Promise<void> {
      await call(documents.arrive, { input });
    },
    async issue(input: Issue): Promise<readonly Told[]> {
      const data = await call<{ issueAllocatedStock: { userErrors: Told[] } }>(documents.issue, { input });
      return data.issueAllocatedStock.userErrors;
    },
  };
}

export type InventoryService = ReturnType<typeof inventoryService>;
