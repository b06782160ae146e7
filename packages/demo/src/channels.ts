import type { RetailerChannel, RetailerLocation } from './retailer.ts';

/** Who sells what is where; the ids are stable, so that examples can name them. */
export function makeChannels(locations: readonly RetailerLocation[]): RetailerChannel[] {
  const serving = (serves: (location: RetailerLocation) => boolean) => locations.filter(serves).map(({ id }) => id);
  const isWarehouse = ({ type }: RetailerLocation) => type === 'WAREHOUSE';
  return [
    { id: 'chn_web', code: 'WEB', name: 'Site web', type: 'ECOMMERCE', locationIds: serving(() => true) },
    {
      id: 'chn_app',
      code: 'APP',
      name: 'Application Cordelune',
      type: 'ECOMMERCE',
      locationIds: serving((location) => isWarehouse(location) || location.brands.includes('cordelune')),
    },
    {
      // A pilot: one region's stores ship for the marketplace.
      id: 'chn_marketplace',
      code: 'MARKETPLACE',
      name: 'Place de marché',
      type: 'MARKETPLACE',
      locationIds: serving((location) => isWarehouse(location) || location.region === 'north'),
    },
    {
      id: 'chn_shops',
      code: 'SHOPS',
      name: 'Commande en magasin',
      type: 'RETAIL',
      locationIds: serving((location) => location.timeZone === 'Europe/Paris'),
    },
    { id: 'chn_b2b', code: 'B2B', name: 'Professionnels', type: 'WHOLESALE', locationIds: serving(isWarehouse) },
  ];
}
