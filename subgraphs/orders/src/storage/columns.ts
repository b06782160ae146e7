import { bigint, timestamp } from 'drizzle-orm/pg-core';

export const instant = (name: string) => timestamp(name, { withTimezone: true });
/** Money in the currency's smallest unit. */
export const minor = (name: string) => bigint(name, { mode: 'number' });
