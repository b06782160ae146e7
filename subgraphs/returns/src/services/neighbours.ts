import { readOperation } from '@passerelle/contracts/operations';
import { requireService, type Services } from '@passerelle/server';
import { type Inspection, stockLines, type Transfer } from '../domain/inspection.ts';
import type { ReturnPlace } from '../domain/place.ts';
import { createResolutions, type Resolutions } from './resolutions.ts';
import { createToldOrders, dateOf, type Instant, type ToldOrders } from './told-orders.ts';

/** What this subgraph asks of those to its left. Each call throws a `ServiceError` when no answer comes. */
export type Neighbours = ToldOrders &
  Resolutions & {
    /** Whether a location takes returns of a channel now; null when there is no such location. */
    readonly findPlace: (locationId: string, channelId: string) => Promise<ReturnPlace | null>;
    /** Puts units that were sent on into stock where they arrived; once a transfer, however often it is called. */
    readonly restockTransfer: (transfer: Transfer, orderId: string | null) => Promise<void>;
    /**
     * Puts inspected units into stock; once an inspection, however often it is called. Units of an order go back to the pools
     * it drew them from.
     */
    readonly restock: (inspection: Inspection, orderId: string | null) => Promise<void>;
  };

type PlaceAnswer = {
  readonly returnLocation:
    | (Omit<ReturnPlace, 'reasons'> & {
        readonly reasons: readonly (Omit<ReturnPlace['reasons'][number], 'until'> & {
          readonly until: Instant | null;
        })[];
      })
    | null;
};

const returnLocation = readOperation('service', 'ReturnLocation');
const restock = readOperation('service', 'Restock');

export const createNeighbours = (services: Services): Neighbours => ({
  ...createToldOrders(services),
  ...createResolutions(services),
  async findPlace(locationId, channelId) {
    const call = requireService(services, 'store-network');
    const { returnLocation: place } = await call<PlaceAnswer>(returnLocation, { locationId, channelId });
    if (!place) return null;
    const reasons = place.reasons.map((reason) => ({ ...reason, until: dateOf(reason.until) }));
    return { locationId: place.locationId, type: place.type, reasons };
  },
  async restockTransfer({ id, returnId, toLocationId, sku, quantity }, orderId) {
    const lines = [{ sku, restockedQuantity: quantity, blockedQuantity: 0 }];
    const input = { returnId, inspectionId: id, locationId: toLocationId, orderId, lines };
    await requireService(services, 'inventory')(restock, { input });
  },
  async restock({ id, returnId, locationId, lines }, orderId) {
    const input = { returnId, inspectionId: id, locationId, orderId, lines: stockLines(lines) };
    await requireService(services, 'inventory')(restock, { input });
  },
});
