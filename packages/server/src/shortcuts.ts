import type { Reader } from './env.ts';
import type { Shortcuts } from './subgraph.ts';

/** `STOCK_CACHE` and `GROUPED_RESERVATIONS`, `on` unless told. */
export const readShortcuts = (env: Reader): Shortcuts => ({
  stockCache: env.oneOf('STOCK_CACHE', ['on', 'off'], 'on') === 'on',
  groupedReservations: env.oneOf('GROUPED_RESERVATIONS', ['on', 'off'], 'on') === 'on',
});
