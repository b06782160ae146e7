import { createGroups, type Database, type Owner } from '@passerelle/database';
import { insertPlacedOrders, type NewOrder } from '../storage/place.ts';
import { type NewPlacement, type Started, takePlacements } from '../storage/placements.ts';

/** The two writes of an ordinary placement, each one statement. */
export type PlacementDesk = {
  /** Undefined when the key is taken. */
  readonly take: (placement: NewPlacement) => Promise<Started | undefined>;
  /** False, with nothing written, when the placement was taken away meanwhile. */
  readonly store: (placed: NewOrder) => Promise<boolean>;
};

/**
 * Placements wait for a statement of their kind that is under way, and share the next: a transaction, its round trips and
 * its wait for the disk are paid once for all of them. Not for longer than this: somebody may hold what it needs.
 */
const patienceMs = 100;

/** Placements that wait for each other anyway are written together, `most` in one statement; 1 writes each alone. */
export function openDesk(database: Database, owner: Owner, most: number): PlacementDesk {
  const shared = { lanesOf: () => [], most, patienceMs };
  return {
    take: createGroups<NewPlacement, Started | undefined>({
      ...shared,
      namesOf: ({ client, key }) => [`${client}|${key}`],
      take: async (placements) => ({ answers: await takePlacements(database, placements) }),
    }),
    store: createGroups<NewOrder, boolean>({
      ...shared,
      namesOf: () => [],
      take: async (placed) => {
        const stored = await insertPlacedOrders(database, owner, placed);
        return { answers: placed.map(({ order }) => stored.has(order.id)) };
      },
    }),
  };
}
