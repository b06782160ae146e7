/** What each role of the development tokens may do; an identity provider would issue the same scopes. */
export const roleScopes = {
  /** A shopper in the storefront: own orders and returns, own cart. */
  shopper: ['reservations:write', 'orders:read:own', 'orders:write:own', 'returns:read:own', 'returns:write:own'],
  /** The storefront's server: places orders for shoppers. */
  storefront: ['reservations:write', 'orders:write', 'orders:read', 'returns:read', 'returns:write', 'pii:read'],
  'store-staff': [
    'reservations:write',
    'orders:read',
    'orders:write',
    'fulfillment:read',
    'fulfillment:write',
    'inventory:read',
    'inventory:write',
    'network:read',
    'network:pause',
    'returns:read',
    'returns:write',
    'returns:process',
    'refunds:write',
    'pii:read',
  ],
  /** Tills, warehouses, marketplaces and carriers. */
  partner: [
    'orders:write',
    'orders:import',
    'orders:read',
    'fulfillment:read',
    'fulfillment:write',
    'shipments:track',
    'inventory:read',
    'inventory:ingest',
    'returns:read',
    'returns:process',
    'network:read',
  ],
  /** Head office: everything but the calls between services. */
  operator: [
    'orders:read',
    'orders:write',
    'orders:import',
    'fulfillment:read',
    'fulfillment:write',
    'fulfillment:admin',
    'shipments:track',
    'inventory:read',
    'inventory:write',
    'inventory:ingest',
    'inventory:admin',
    'reservations:write',
    'network:read',
    'network:write',
    'network:pause',
    'returns:read',
    'returns:write',
    'returns:process',
    'returns:admin',
    'refunds:write',
    'pii:read',
    'payments:read',
    'explain:read',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof roleScopes;
export const isRole = (text: string): text is Role => Object.hasOwn(roleScopes, text);
