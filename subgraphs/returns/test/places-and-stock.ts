import { readOperation } from '@passerelle/contracts/operations';
import { type Doors, type Graph, mutation } from './doors.ts';

type Place = { readonly type?: string; readonly services?: readonly string[]; readonly isInChannel?: boolean };

/** Opens locations: shops that hand out and take back in the web shop's channel, unless told otherwise. */
export const opening =
  ({ sqlOf, change }: Doors) =>
  async (
    code: string,
    { type = 'STORE', services = ['CLICK_AND_COLLECT', 'RETURN_IN_STORE'], isInChannel = true }: Place = {},
  ): Promise<string> => {
    const address = { lines: ['1 rue de la République'], city: code, postalCode: '69001', countryCode: 'FR' };
    const shop = { idempotencyKey: `shop-${code}`, code, name: code, type, address, timeZone: 'Europe/Paris' };
    type Created = { location: { id: string; version: number } };
    const created = await change<Created>('store-network', mutation('createLocation', 'location { id version }'), shop);
    const locationId = created.location.id;
    let { version } = created.location;
    for (const service of services) {
      const input = { locationId, expectedVersion: version, type: service, isEnabled: true, preparationTime: 'PT1H' };
      const text = mutation('setLocationService', 'location { version }');
      version = (await change<{ location: { version: number } }>('store-network', text, input)).location.version;
    }
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const periods = days.map((day) => ({ day, opensAt: '09:00', closesAt: '20:00' }));
    const hours = { locationId, expectedVersion: version, periods };
    await change('store-network', mutation('setOpeningHours', 'location { id }'), hours);
    const active = { id: locationId, expectedVersion: version + 1, status: 'ACTIVE' };
    await change('store-network', mutation('setLocationStatus', 'location { id }'), active);
    if (isInChannel) {
      const [channel] = await sqlOf('store-network')`select version from channels where id = 'chn_web'`;
      const served = { channelId: 'chn_web', expectedVersion: channel?.version, addLocationIds: [locationId] };
      await change('store-network', mutation('updateChannelLocations', 'channel { id }'), served);
    }
    return locationId;
  };

/** Inventory as it is stored. */
export function stockIn(graph: Graph, { sqlOf, change }: Doors) {
  let events = 0;
  return {
    /** Units that arrive at a location. */
    async receive(locationId: string, sku: string, delta: number) {
      const occurredAt = graph.clock.now().toISOString();
      const event = { eventId: `r${++events}`, locationId, sku, delta, reason: 'RECEIPT', occurredAt };
      await change('inventory', readOperation('partner', 'TillEvents'), { source: 'till', events: [event] });
    },
    async stockAt(locationId: string, sku = 'SHIRT') {
      const [level] = await sqlOf('inventory')`
        select on_hand, blocked, reserved from stock_levels join items using (item_no) join locations using (location_no)
        where sku = ${sku} and locations.id = ${locationId}`;
      return level ?? { on_hand: 0, blocked: 0, reserved: 0 };
    },
  };
}
