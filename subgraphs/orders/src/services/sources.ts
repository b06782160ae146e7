import { type Candidate, chooseSources } from '../domain/sourcing.ts';
import type { GroupDemand, SourcedGroup } from '../domain/work-plan.ts';
import type { InventoryService } from './inventory.ts';

export type WantedGroup = GroupDemand & { readonly pickupLocationId: string | null };

export type SourceOptions = {
  readonly channelId: string;
  readonly reservationId?: string | null;
  /** What is taken off the candidates before choosing. */
  readonly offer?: (candidates: readonly Candidate[]) => readonly Candidate[];
};

const perSku = (groups: readonly GroupDemand[]) => {
  const lines = new Map<string, number>();
  for (const { sku, quantity } of groups.flatMap(({ demands }) => demands)) {
    lines.set(sku, (lines.get(sku) ?? 0) + quantity);
  }
  return [...lines].map(([sku, quantity]) => ({ sku, quantity }));
};

/**
 * Asks inventory who could source each group and chooses. What is collected is chosen first, since it has no other
 * place; what one group takes is not offered to the next.
 */
export async function sourceGroups(
  inventory: InventoryService,
  groups: readonly WantedGroup[],
  { channelId, reservationId, offer = (candidates) => candidates }: SourceOptions,
): Promise<SourcedGroup[]> {
  const facts = {
    channelId,
    ...(reservationId ? { reservationId } : {}),
  };
  const collected = groups.filter(({ method }) => method === 'CLICK_AND_COLLECT');
  const shipped = groups.filter(({ method }) => method !== 'CLICK_AND_COLLECT');
  const [offers, ...perStore] = await Promise.all([
    shipped.length > 0
      ? inventory.candidates({ ...facts, purpose: 'SHIP', lines: perSku(shipped) })
      : Promise.resolve<Candidate[]>([]),
    ...collected.map((group) =>
      inventory.candidates({
        ...facts,
        purpose: 'COLLECT',
        lines: perSku([group]),
        locationIds: [group.pickupLocationId as string],
      }),
    ),
  ]);
  const taken = new Map<string, number>();
  const choose = (group: WantedGroup, candidates: readonly Candidate[]): SourcedGroup => {
    const sourcing = chooseSources(
      group.demands,
      offer(candidates).map((one) => without(one, taken)),
    );
    for (const { candidate, units } of sourcing.assignments) {
      for (const { sku, quantity } of units) {
        const key = `${candidate.locationId}|${sku}`;
        taken.set(key, (taken.get(key) ?? 0) + quantity);
      }
    }
    return { ...group, sourcing };
  };
  return [
    ...collected.map((group, index) => choose(group, perStore[index] ?? [])),
    ...shipped.map((group) => choose(group, offers)),
  ];
}

function without(candidate: Candidate, taken: ReadonlyMap<string, number>): Candidate {
  if (taken.size === 0) return candidate;
  const available = [...candidate.available].map(
    ([sku, units]) => [sku, units - (taken.get(`${candidate.locationId}|${sku}`) ?? 0)] as const,
  );
  return { ...candidate, available: new Map(available) };
}
