import { createExits, readExits } from '@passerelle/exits';
import { type Script, scriptedService, stoppedClock } from '@passerelle/exits/testing';
import { afterAll } from 'vitest';
import { anOrder } from './an-order.ts';
import { openMarket, type Place } from './market.ts';
import { demoPayment, timeline } from './selling.ts';

const secrets = { SECRET: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };

/** An order of one shirt, and the same with a payment of the demo service. */
export const shirt = (more: Record<string, unknown> = {}) => anOrder([{ sku: 'SHIRT', quantity: 1 }], more);
export const paidShirt = () => shirt({ payment: demoPayment('25.00') });

/** Enough shirts everywhere, and a hat or two. */
export const shelves: Readonly<Record<string, Place>> = {
  depot: { type: 'WAREHOUSE', stock: { SHIRT: 50, HAT: 1 } },
  lyon: { type: 'STORE', stock: { SHIRT: 50, HAT: 5 } },
  nice: { type: 'STORE', stock: { SHIRT: 50 } },
};

const exitFields = 'name outcome decision reasons failure isShadow differs durationMs inputHash';

/** Opens a market for the tests of a file, with a scripted service behind exits; none is asked until a test uses it. */
export async function openWithExits(places: Readonly<Record<string, Place>>) {
  const clock = stoppedClock();
  const service = await scriptedService();
  const settings = (exits: Record<string, object>) => {
    const all = Object.entries(exits).map(([point, more]) => [
      point,
      { url: service.url, secretsFrom: ['SECRET'], ...more },
    ]);
    const file = { allowedAddresses: ['127.0.0.1'], exits: Object.fromEntries(all) };
    return readExits(JSON.stringify(file), secrets);
  };
  const exits = createExits(settings({}), { clock });
  const market = await openMarket(places, { exits });
  afterAll(async () => {
    await market[Symbol.asyncDispose]();
    await exits.close();
    await service[Symbol.asyncDispose]();
  });
  return {
    market,
    service,
    clock,
    /** From now on these are configured, and answer so. */
    use(configured: Record<string, object>, ...scripts: Script[]) {
      service.script(...scripts);
      return exits.replace(settings(configured));
    },
    /** An answer that takes as long. */
    after:
      (ms: number, script: Script): Script =>
      (response, call) => {
        clock.pass(ms);
        script(response, call);
      },
    /** The last call's body. */
    told: () => JSON.parse(service.calls.at(-1)?.body ?? '{}'),
    callsOf: async ({ id }: { readonly id: string }) =>
      (
        await market.ask<{
          order: { userExits: object[]; routingDecisions: { strategy: string; userExits: object[] }[] };
        }>(
          `query ($id: ID!) { order(id: $id) { userExits { ${exitFields} }
            routingDecisions { strategy userExits { name outcome durationMs } } } }`,
          { id },
        )
      ).order,
    /** What the timeline says of exits. */
    notedOn: async (order: { readonly id: string }) =>
      (await timeline(market, order)).filter(({ type }) => type === 'exit.called').map(({ message }) => message),
  };
}
