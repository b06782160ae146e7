import { integer, timestamp } from 'drizzle-orm/pg-core';

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const itemNo = () => integer('item_no').notNull();
export const locationNo = () => integer('location_no').notNull();
