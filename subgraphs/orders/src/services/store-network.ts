import { readOperation } from '@passerelle/contracts/operations';
import type { ServiceCall } from '@passerelle/server';
import type { IneligibilityCode } from '@passerelle/values';
import type { CollectionService } from '../domain/collection.ts';
import type { KeptRoom } from '../domain/kept-room.ts';

const documents = { book: readOperation('service', 'Book'), unbook: readOperation('service', 'Unbook') };

export type Booking = {
  readonly locationId: string;
  readonly channelId: string;
  readonly orderId: string;
  /** The work it is for; asked twice for one, it books once. */
  readonly part: string;
  readonly service: CollectionService;
  /** Day, `YYYY-MM-DD`; where the store's clock shows another day at `at`, that one counts. */
  readonly on: string;
  /** When the goods are to be ready, as ISO text. */
  readonly at: string;
  readonly units: number;
  /** Work of the order at the store that will keep less: what it gives up need not be free twice. */
  readonly insteadOf: readonly Pick<KeptRoom, 'part' | 'keptUnits'>[];
};

/** What an order gives back at a store: all of it, or what a part of it does not keep. */
export type Unbooking = Pick<KeptRoom, 'orderId' | 'locationId'> & {
  readonly service?: CollectionService;
  readonly part?: string;
  readonly keptUnits?: number;
};

type BookError = { readonly code: string; readonly reasons?: readonly { readonly code: IneligibilityCode }[] };

/** What store-network says to a booking: null when it is done, else why not. */
export type BookingRefusal = { readonly code: string; readonly reasons: readonly IneligibilityCode[] };

/** The store network, as orders use it. Every method throws a ServiceError when it does not answer. */
export function networkService(call: ServiceCall) {
  return {
    async bookPickup(input: Booking): Promise<BookingRefusal | null> {
      const data = await call<{ bookServiceCapacity: { userErrors: BookError[] } }>(documents.book, { input });
      const [error] = data.bookServiceCapacity.userErrors;
      return error ? { code: error.code, reasons: (error.reasons ?? []).map(({ code }) => code) } : null;
    },
    /** Gives room back; told twice, or late, it gives back once. */
    async unbookPickup({ locationId, orderId, service, part, keptUnits }: Unbooking): Promise<void> {
      await call(documents.unbook, { input: { locationId, orderId, service, part, keptUnits } });
    },
  };
}

export type NetworkService = ReturnType<typeof networkService>;
