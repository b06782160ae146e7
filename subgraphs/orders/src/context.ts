import type { Database, Owner } from '@passerelle/database';
import type { Exits } from '@passerelle/exits';
import type { Caller } from '@passerelle/server';
import type { CreditIssuer } from './services/credit-issuer.ts';
import type { InventoryService } from './services/inventory.ts';
import type { PaymentProviders } from './services/payment-provider.ts';
import type { PlacementDesk } from './services/placement-desk.ts';
import type { NetworkService } from './services/store-network.ts';
import type { Reads } from './storage/reads.ts';
import type { Strategies } from './storage/strategies.ts';

/** Where a process may be killed while an order is placed or goods are handed on; tests throw there. */
export type FaultPoint =
  | 'placement-started'
  | 'payment-confirmed'
  | 'order-screened'
  | 'candidates-read'
  | 'stock-taken'
  | 'stock-allocated'
  | 'room-booked'
  | 'capacity-booked'
  | 'order-stored'
  | 'stock-given-back'
  | 'placement-given-back'
  | 'rerouting-planned'
  | 'rerouting-allocated'
  | 'stock-issued'
  | 'money-moved'
  | 'edit-read'
  | 'edit-planned'
  | 'edit-allocated'
  | 'edit-booked';

/** What every action is given. */
export type Dependencies = {
  readonly database: Database;
  readonly owner: Owner;
  readonly inventory: InventoryService;
  readonly network: NetworkService;
  readonly providers: PaymentProviders;
  readonly credit: CreditIssuer;
  readonly desk: PlacementDesk;
  readonly strategies: Strategies;
  /** Services of the retailer that are asked at named points. */
  readonly exits: Pick<Exits, 'modeOf' | 'ask'>;
  readonly now: () => Date;
  /** Called between any two steps of a saga; does nothing outside tests. */
  readonly fault: (point: FaultPoint) => void | Promise<void>;
};

/** What a resolver is given. */
export type Context = Dependencies & {
  readonly caller: Caller;
  readonly reads: Reads;
};
