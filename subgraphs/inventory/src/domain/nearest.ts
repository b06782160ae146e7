import { distanceKm, type GeoPoint } from '@passerelle/values';
import type { KnownLocation, Network } from './network.ts';
import { perObject } from './per-object.ts';

/** A location and how far it is, in kilometres. */
export type Near = { readonly location: KnownLocation; readonly distanceKm: number | null };

type Store = { readonly location: KnownLocation; readonly coordinates: GeoPoint };

/** Stores that have a position, in the order of their ids. */
const storesOf = perObject((network: Network): readonly Store[] =>
  [...network.byNo.values()]
    .flatMap((location) => {
      const { type, coordinates } = location.facts;
      return type === 'STORE' && coordinates ? [{ location, coordinates }] : [];
    })
    .sort((a, b) => (a.location.facts.locationId < b.location.facts.locationId ? -1 : 1)),
);

const kmPerDegree = 111.19;

/**
 * Stores within a radius, nearest first, then by id; those without a position are nowhere near. A heap brings them in order
 * only as far as somebody looks: a picker shows ten stores of a hundred or of two thousand.
 */
export class NearestStores implements Iterable<Near> {
  readonly #stores: readonly Store[];
  /** By the store's place in `#stores`. */
  readonly #distances: Float64Array;
  /** Places of stores that nobody looked at yet: a heap, the nearest on top. */
  readonly #heap: number[] = [];
  readonly #inOrder: Near[] = [];

  constructor(network: Network, point: GeoPoint, radiusKm: number) {
    const stores = storesOf(network);
    const distances = new Float64Array(stores.length);
    // A subtraction rules out most of a country before the haversine formula is asked.
    const span = radiusKm / kmPerDegree + 0.01;
    for (let place = 0; place < stores.length; place++) {
      const { coordinates } = stores[place] as Store;
      if (Math.abs(coordinates.latitude - point.latitude) > span) continue;
      const distance = distanceKm(point, coordinates);
      if (distance > radiusKm) continue;
      distances[place] = distance;
      this.#heap.push(place);
    }
    this.#stores = stores;
    this.#distances = distances;
    for (let parent = (this.#heap.length >> 1) - 1; parent >= 0; parent--) this.#sink(parent);
  }

  /** All of them, in no order. */
  locationNos(): number[] {
    return [...this.#inOrder, ...this.#heap.map((place) => this.#stores[place] as Store)].map(
      ({ location }) => location.locationNo,
    );
  }

  *[Symbol.iterator](): Generator<Near> {
    for (let rank = 0; ; rank++) {
      const near = this.#inOrder[rank] ?? this.#next();
      if (!near) return;
      yield near;
    }
  }

  #next(): Near | undefined {
    const heap = this.#heap;
    const [top] = heap;
    if (top === undefined) return undefined;
    const last = heap.pop() as number;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink(0);
    }
    const near = { location: (this.#stores[top] as Store).location, distanceKm: this.#distances[top] as number };
    this.#inOrder.push(near);
    return near;
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const sinking = heap[from] as number;
    let at = from;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.#isNearer(heap[child + 1] as number, heap[child] as number)) child += 1;
      const nearer = heap[child] as number;
      if (!this.#isNearer(nearer, sinking)) break;
      heap[at] = nearer;
      at = child;
    }
    heap[at] = sinking;
  }

  /** Places are in the order of ids. */
  #isNearer(a: number, b: number): boolean {
    const difference = (this.#distances[a] as number) - (this.#distances[b] as number);
    return difference < 0 || (difference === 0 && a < b);
  }
}
