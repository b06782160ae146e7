import { readOperation } from '@passerelle/contracts/operations';
import type { ServiceCall } from '@passerelle/server';
import type { IneligibilityCode } from '@passerelle/values';

const documents = { book: readOperation('service', 'Book'), unbook: readOperation('service', 'Unbook') };

/** How goods are handed over in a store. */
export type CollectionService = 'CLICK_AND_COLLECT' | 'CURBSIDE_PICKUP';

export type Booking = {
  readonly locationId: string;
  readonly channelId: string;
  readonly orderId: string;
  readonly service: CollectionService;
  /** Day, `YYYY-MM-DD`; where the store's clock shows another day at `at`, that one counts. */
  readonly on: string;
  /** When the goods are to be ready, as ISO text. */
  readonly at: string;
  readonly units: number;
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
    /** Gives back all that the order has booked at the store. */
    async unbookPickup({ locationId, orderId }: { locationId: string; orderId: string }): Promise<void> {
      await call(documents.unbook, { input: { locationId, orderId } });
    },
  };
}

export type NetworkService = ReturnType<typeof networkService>;
