import type { Candidate } from '../domain/candidate.ts';
import { collectionServiceOf } from '../domain/collection.ts';
import type { Address, DeliveryGroup } from '../domain/order.ts';
import { chooseSources } from '../domain/sourcing.ts';
import { type CriterionKind, ruleFor, type Strategy } from '../domain/strategy.ts';
import type { GroupDemand, SourcedGroup } from '../domain/work-plan.ts';
import type { Strategies } from '../storage/strategies.ts';
import type { CandidatesQuery, InventoryService } from './inventory.ts';

export type WantedGroup = GroupDemand & {
  readonly pickupLocationId: string | null;
  readonly shippingAddress: Address | null;
  readonly serviceLevel: string | null;
};

/** Delivery groups with what each is to be given; those that need nothing are left out. */
export const wantedGroups = (
  groups: readonly Pick<DeliveryGroup, 'id' | 'method' | 'pickupLocationId' | 'shippingAddress' | 'serviceLevel'>[],
  demandsOf: (groupId: string) => GroupDemand['demands'],
): WantedGroup[] =>
  groups
    .map(({ id, method, pickupLocationId, shippingAddress, serviceLevel }) => ({
      groupId: id,
      method,
      pickupLocationId,
      shippingAddress,
      serviceLevel,
      demands: demandsOf(id),
    }))
    .filter(({ demands }) => demands.length > 0);

/** Says which location is first choice, and so on; null when our own rule is to choose. */
export type Rank = (group: GroupDemand, candidates: readonly Candidate[]) => Promise<readonly string[] | null>;

/** What choosing needs: candidates, the strategy that decides, and the moment. */
export type Sources = {
  readonly inventory: Pick<InventoryService, 'candidates'>;
  readonly strategies: Pick<Strategies, 'of'>;
  readonly now: () => Date;
};

export type SourceOptions = {
  readonly channelId: string;
  readonly reservationId?: string | null;
  /** Stores where room is booked for the order: whether it takes more is asked when that is booked. */
  readonly bookedAt?: ReadonlySet<string>;
  /** Asked about what is shipped. */
  readonly rank?: Rank;
  /** Chooses among what was known to be there at this moment; now when left out. */
  readonly asOf?: Date | null;
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
  { inventory, strategies, now }: Sources,
  groups: readonly WantedGroup[],
  { channelId, reservationId, offer = (candidates) => candidates, bookedAt = new Set(), rank, asOf }: SourceOptions,
): Promise<SourcedGroup[]> {
  const facts = {
    channelId,
    ...(reservationId ? { reservationId } : {}),
    ...(asOf ? { asOf: asOf.toISOString() } : {}),
  };
  const strategy = await strategies.of(channelId);
  const collected = groups.filter(({ method }) => method === 'CLICK_AND_COLLECT');
  const shipped = groups.filter(({ method }) => method !== 'CLICK_AND_COLLECT');
  const ship = {
    ...facts,
    ...agesFor(strategy),
    purpose: 'SHIP',
    lines: perSku(shipped).map(asDeepAs(strategy)),
  } as const;
  const [offers, perStore] = await Promise.all([
    offersByAddress(inventory, shipped, ship),
    Promise.all(
      collected.map((group) =>
        inventory.candidates({
          ...facts,
          purpose: 'COLLECT',
          service: collectionServiceOf(group),
          ignoresCapacity: bookedAt.has(group.pickupLocationId as string),
          lines: perSku([group]),
          locationIds: [group.pickupLocationId as string],
        }),
      ),
    ),
  ]);
  const offered = (group: WantedGroup) => offer(offers.get(addressKey(group)) ?? []);
  const rankings = rank ? await Promise.all(shipped.map((group) => rank(group, offered(group)))) : [];
  const taken = new Map<string, number>();
  const choose = (
    group: WantedGroup,
    candidates: readonly Candidate[],
    ranking: readonly string[] | null = null,
  ): SourcedGroup => {
    const rule = strategy && group.method !== 'CLICK_AND_COLLECT' ? ruleFor(strategy, factsOf(group)) : null;
    const sourcing = chooseSources(
      group.demands,
      candidates.map((one) => without(one, taken)),
      rule && !ranking ? { rule, at: now() } : undefined,
      ranking ?? undefined,
    );
    for (const { candidate, units } of sourcing.assignments) {
      for (const { sku, quantity } of units) {
        const key = `${candidate.locationId}|${sku}`;
        taken.set(key, (taken.get(key) ?? 0) + quantity);
      }
    }
    const decidedByUs = rule && strategy ? `${strategy.name} v${strategy.version}: ${rule.name}` : null;
    return { ...group, sourcing, decidedBy: ranking ? 'user exit sourcing.rank' : decidedByUs };
  };
  return [
    ...collected.map((group, index) => choose(group, offer(perStore[index] ?? []))),
    ...shipped.map((group, index) => choose(group, offered(group), rankings[index])),
  ];
}

/**
 * Who could ship, by address, since distance is measured from it. All that is shipped is asked for at each: what one
 * group takes is taken off what the next is offered.
 */
async function offersByAddress(
  inventory: Sources['inventory'],
  groups: readonly WantedGroup[],
  query: CandidatesQuery,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const addresses = new Map(groups.map((group) => [addressKey(group), group.shippingAddress]));
  const offers = [...addresses].map(async ([key, address]) => {
    const destination = address && { countryCode: address.countryCode, postalCode: address.postalCode };
    return [key, await inventory.candidates({ ...query, ...(destination ? { destination } : {}) })] as const;
  });
  return new Map(await Promise.all(offers));
}

const addressKey = ({ shippingAddress: to }: WantedGroup) => (to ? `${to.countryCode} ${to.postalCode}` : '');

/** Candidates tell what they have of the units asked for: to weigh depth, more must be asked for than is wanted. */
const weighs = (strategy: Strategy | null, wanted: CriterionKind) =>
  strategy?.rules.some(({ criteria }) => criteria.some(({ kind }) => kind === wanted)) ?? false;
/** How long stock has lain somewhere is only asked for when it is weighed. */
export const agesFor = (strategy: Strategy | null) =>
  weighs(strategy, 'AGEING_STOCK') ? ({ withStockAges: true } as const) : {};
const deepness = 10;
const askedAtMost = 99_999;
const asDeepAs = (strategy: Strategy | null) => {
  const weighsDepth = weighs(strategy, 'STOCK_DEPTH');
  return ({ sku, quantity }: { readonly sku: string; readonly quantity: number }) => ({
    sku,
    quantity: weighsDepth ? Math.min(quantity * deepness, askedAtMost) : quantity,
  });
};

const factsOf = ({ shippingAddress, serviceLevel, demands }: WantedGroup) => ({
  countryCode: shippingAddress?.countryCode ?? null,
  serviceLevel,
  units: demands.reduce((sum, { quantity }) => sum + quantity, 0),
});

function without(candidate: Candidate, taken: ReadonlyMap<string, number>): Candidate {
  if (taken.size === 0) return candidate;
  const available = [...candidate.available].map(
    ([sku, units]) => [sku, units - (taken.get(`${candidate.locationId}|${sku}`) ?? 0)] as const,
  );
  return { ...candidate, available: new Map(available) };
}
