import { badUserInput, orBadUserInput } from '@passerelle/server';
import { seesLocation } from '../domain/feed-scope.ts';
import { ledgerInterval, movementId, movementNumber } from '../domain/ledger-entry.ts';
import type { QueryResolvers, StockMovementResolvers } from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

const maximumSkus = 250;
const maximumLocations = 100;

export const ledgerQueries: Pick<QueryResolvers, 'stockMovements'> = {
  async stockMovements(_root, { filter, ...page }, { reads, caller, now }) {
    const { occurredAt, skus, locationIds, reasons } = filter;
    if ((skus?.length ?? 0) > maximumSkus) throw badUserInput(`At most ${maximumSkus} SKUs.`);
    if ((locationIds?.length ?? 0) > maximumLocations) throw badUserInput(`At most ${maximumLocations} locations.`);
    const interval = orBadUserInput(ledgerInterval(occurredAt, now()));
    const wanted = { ...interval, skus, locationIds, reasons, boundTo: caller.locationIds };
    return orBadUserInput(await reads.movements(wanted, page));
  },
};

const StockMovement: StockMovementResolvers = {
  async __resolveReference({ id }, context) {
    const number = movementNumber(id);
    const entry = number === undefined ? null : await context.reads.movement.load(number);
    const location = entry && (await locationOf(context, entry.locationNo));
    return location && seesLocation(context.caller, location.id) ? entry : null;
  },
  id: movementId,
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
};

export const ledgerTypes = { StockMovement };
