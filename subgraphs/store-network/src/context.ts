import type { Database, Owner } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import type { Reads } from './storage/reads.ts';

/** What actions are given. */
export type ActionContext = {
  readonly caller: Caller;
  readonly database: Database;
  readonly owner: Owner;
  readonly now: () => Date;
};

/** What resolvers are given, made for one request. */
export type Context = ActionContext & { readonly reads: Reads };
