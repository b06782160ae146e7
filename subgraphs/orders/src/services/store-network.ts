import { readOperation } from '@passerelle/contracts/operations';
import type { ServiceCall } from '@passerelle/server';
import type { IneligibilityCode } from '@passerelle/values';

const documents = { book: readOperation('service', 'Book'), unbook: readOperation('service', 'Unbook') };

export type Booking = {
  readonly locationId: string;
  readonly channelId: string;
  readonly orderId: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
};

type BookError = { readonly code: string; readonly reasons?: readonly { readonly code: IneligibilityCode }[] };

/** What store-network says to a booking: null when it is done, else why not. */
export type BookingRefusal = { readonly code: string; readonly reasons: readonly IneligibilityCode[] };

/** The store network, as orders use it. Every method throws a ServiceError when it does not answer. */
export function networkService(call: ServiceCall) {
  return {
    async bookPickup(booking: Booking): Promise<BookingRefusal | null> {
      const input = { ...booking, service: 'CLICK_AND_COLLECT' };
      const data = await call<{ bookServiceCapacity: { userErrors: BookError[] } }>(documents.book, { input });
      const [error] = data.bookServiceCapacity.userErrors;
      return error ? { code: error.code, reasons: (error.reasons ?? []).map(({ code }) => code) } : null;
    },
    async unbookPickup({ locationId, orderId }: { locationId: string; orderId: string }): Promise<void> {
      const input = { locationId, orderId, service: 'CLICK_AND_COLLECT' };
      await call(documents.unbook, { input });
    },
  };
}

export type NetworkService = ReturnType<typeof networkService>;
