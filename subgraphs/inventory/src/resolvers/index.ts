import { scalars, UserErrorType } from '@passerelle/server';
import { feedMutations, feedQueries, feedTypes } from './feeds.ts';
import { levelQueries, levelTypes } from './levels.ts';

const userErrorUnions = [
  'UserError',
  'ReserveStockError',
  'ReservationError',
  'StockWriteError',
  'StockSnapshotError',
  'AllocateOrderError',
  'IssueAllocatedStockError',
] as const;

export const resolvers = {
  DateTime: scalars.DateTime,
  Duration: scalars.Duration,
  ...Object.fromEntries(userErrorUnions.map((name) => [name, UserErrorType])),
  Query: { ...levelQueries, ...feedQueries },
  Mutation: { ...feedMutations },
  ...levelTypes,
  ...feedTypes,
};
