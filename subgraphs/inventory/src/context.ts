import type { Database, Owner } from '@passerelle/database';
import type { Caller, Logger } from '@passerelle/server';
import type { AllocateOrderInput, AllocationAnswer } from './actions/allocate-order.ts';
import type { HoldAnswer } from './actions/reserve-stock.ts';
import type { HoldRequest } from './domain/hold-input.ts';
import type { Thresholds } from './domain/low-stock.ts';
import type { Network } from './domain/network.ts';
import type { Pool } from './domain/pool.ts';
import type { ProtectionRule } from './domain/protection.ts';
import type { Kept } from './storage/kept.ts';
import type { Reads } from './storage/reads.ts';
import type { StockCache } from './storage/stock-cache.ts';
import type { Views } from './storage/views.ts';

/** What an action needs: where to write, what time it is, and what is known about the network. */
export type ActionContext = {
  readonly database: Database;
  readonly owner: Owner;
  readonly now: () => Date;
  readonly log: Logger;
  readonly network: Kept<Network>;
  readonly rules: Kept<readonly ProtectionRule[]>;
  readonly pools: Kept<readonly Pool[]>;
  readonly thresholds: Kept<Thresholds>;
  readonly views: Views;
  readonly stock: Pick<StockCache, 'write'>;
  /** Holds units for a cart, together with those that wait for the same. */
  readonly holds: (request: HoldRequest) => Promise<HoldAnswer>;
  /** The same for orders. */
  readonly allocations: (input: AllocateOrderInput) => Promise<AllocationAnswer>;
};

/** What a resolver is given, made anew for each request. */
export type Context = ActionContext & {
  readonly caller: Caller;
  readonly requestId: string;
  readonly reads: Reads;
};
