import type { Database, Owner } from '@passerelle/database';
import type { Exits } from '@passerelle/exits';
import type { Caller, Logger } from '@passerelle/server';
import type { Neighbours } from './services/neighbours.ts';
import type { Reads } from './storage/reads.ts';

/** What a resolver and an action are given. */
export type Context = {
  readonly caller: Caller;
  readonly database: Database;
  readonly owner: Owner;
  readonly neighbours: Neighbours;
  /** Services of the retailer that are asked at named points. */
  readonly exits: Pick<Exits, 'modeOf' | 'ask'>;
  readonly reads: Reads;
  readonly now: () => Date;
  readonly log: Logger;
  /** Puts the units of an inspection, or of a transfer that arrived, into stock now; the job that does it later stays until this has succeeded. */
  readonly restock: (inspectionId: string) => Promise<void>;
  /** Brings a refund to its end now; the job that does it later stays until this has succeeded. */
  readonly settle: (refundId: string) => Promise<void>;
  /** Has the new order of an exchange placed, or cancelled when it is being undone, now; the job that does it later stays until this has succeeded. */
  readonly place: (exchangeId: string) => Promise<void>;
};
