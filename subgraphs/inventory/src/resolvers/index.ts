import { scalars, UserErrorType } from '@passerelle/server';
import { availabilityQueries, availabilityTypes } from './availability.ts';
import { countMutations, countQueries, countTypes } from './counts.ts';
import { crossingMutations, crossingQueries, crossingTypes } from './crossings.ts';
import { explanationTypes } from './explanation.ts';
import { feedMutations, feedQueries, feedTypes } from './feeds.ts';
import { ledgerQueries, ledgerTypes } from './ledger.ts';
import { levelQueries, levelTypes } from './levels.ts';
import { poolMutations, poolQueries, poolTypes } from './pools.ts';
import { protectionMutations, protectionQueries, protectionTypes } from './protection.ts';
import { reservationMutations, reservationQueries, reservationTypes } from './reservations.ts';
import { transferMutations, transferQueries, transferTypes } from './transfers.ts';

const userErrorUnions = [
  'UserError',
  'ReserveStockError',
  'ReservationError',
  'StockWriteError',
  'StockSnapshotError',
  'AllocateOrderError',
  'PromiseExpectedStockError',
  'IssueAllocatedStockError',
  'ProtectionRuleError',
  'PoolUserError',
  'StockWatchError',
  'CountTaskError',
  'TransferOrderError',
] as const;

export const resolvers = {
  CountryCode: scalars.CountryCode,
  DateTime: scalars.DateTime,
  Decimal: scalars.Decimal,
  Duration: scalars.Duration,
  ...Object.fromEntries(userErrorUnions.map((name) => [name, UserErrorType])),
  Query: {
    ...availabilityQueries,
    ...levelQueries,
    ...reservationQueries,
    ...feedQueries,
    ...ledgerQueries,
    ...protectionQueries,
    ...poolQueries,
    ...crossingQueries,
    ...countQueries,
    ...transferQueries,
  },
  Mutation: {
    ...reservationMutations,
    ...feedMutations,
    ...protectionMutations,
    ...poolMutations,
    ...crossingMutations,
    ...countMutations,
    ...transferMutations,
  },
  ...availabilityTypes,
  ...explanationTypes,
  ...protectionTypes,
  ...poolTypes,
  ...crossingTypes,
  ...countTypes,
  ...transferTypes,
  ...levelTypes,
  ...reservationTypes,
  ...feedTypes,
  ...ledgerTypes,
};
