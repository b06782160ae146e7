import type { Reader } from './env.ts';
import type { Shortcuts } from './subgraph.ts';

/** `COMPILED_QUERIES`, `STOCK_CACHE`, `LOCATION_CACHE`, `GROUPED_RESERVATIONS`, `GROUPED_ORDERS`: `on` unless told. */
export const readShortcuts = (env: Reader): Shortcuts => ({
  compiledQueries: env.oneOf('COMPILED_QUERIES', ['on', 'off'], 'on') === 'on',
  stockCache: env.oneOf('STOCK_CACHE', ['on', 'off'], 'on') === 'on',
  locationCache: env.oneOf('LOCATION_CACHE', ['on', 'off'], 'on') === 'on',
  groupedReservations: env.oneOf('GROUPED_RESERVATIONS', ['on', 'off'], 'on') === 'on',
  groupedOrders: env.oneOf('GROUPED_ORDERS', ['on', 'off'], 'on') === 'on',
});
