import { readExits } from '../src/config.ts';
import { createExits } from '../src/exits.ts';
import type { Failure } from '../src/failure.ts';
import { type Script, says, scriptedService } from './scripted-service.ts';
import { stoppedClock } from './stopped-clock.ts';

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const newSecret = `whsec_${Buffer.alloc(24, 'n').toString('base64')}`;
const secrets = { RISK_SECRET: secret, NEXT_SECRET: newSecret };

export const settings = (url: string, more: object = {}) =>
  readExits(
    JSON.stringify({
      tenant: 'maison',
      allowedAddresses: ['127.0.0.1'],
      exits: { 'fraud.screen': { url, secretsFrom: ['RISK_SECRET'], ...more } },
    }),
    secrets,
  );

export const input = {
  orderId: 'ord_1',
  number: 'P-1',
  externalReference: null,
  customerId: 'cus_1',
  email: 'zoe@example.com',
  total: { amount: '10.00', currency: 'EUR' },
  payment: { provider: 'demo', method: 'card', reference: 'psp-1' },
  billing: null,
  lines: [],
  groups: [],
};
export const approve = says({ decision: 'CONTINUE' });
export const decline = says({ decision: 'REJECT', reasons: [{ code: 'STOLEN_CARD', message: 'Reported.', more: 1 }] });

const open: AsyncDisposable[] = [];
/** Ends what a test opened. */
export async function closeAll() {
  for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]();
}

/** A scripted service that screens orders, asked by exits of its own under a stopped clock. */
export async function screening(scripts: Script[], more: object = {}) {
  const service = await scriptedService(...scripts);
  const clock = stoppedClock();
  const failures: Failure[] = [];
  const exits = createExits(settings(service.url, more), { clock, onFailure: ({ failure }) => failures.push(failure) });
  open.push(service, { [Symbol.asyncDispose]: exits.close });
  let asked = 0;
  const ask = (id = `ord_${++asked}.fraud.screen`) =>
    exits.ask('fraud.screen', { id, input, context: { channelId: 'chn_web', locale: 'fr-FR' } });
  return { service, clock, exits, ask, failures };
}
