import { describe, expect, it } from 'vitest';
import { stoppedClock } from '../test/stopped-clock.ts';
import { readExits } from './config.ts';
import { createEgress, guardedLookup } from './egress.ts';
import { createExits } from './exits.ts';

describe('where exits may be', () => {
  const { mayReach } = createEgress(['10.20.0.0/16', '127.0.0.1']);
  it.each([
    ['93.184.216.34', true, true],
    ['93.184.216.34', false, false],
    ['2606:2800:220:1::1', true, true],
    ['10.20.3.4', false, true],
    ['10.21.3.4', true, false],
    ['127.0.0.1', false, true],
    ['127.0.0.2', true, false],
    ['169.254.169.254', true, false],
    ['172.31.0.1', true, false],
    ['192.168.1.1', true, false],
    ['100.64.0.1', true, false],
    ['0.0.0.0', true, false],
    ['::1', true, false],
    ['fe80::1', true, false],
    ['fd00::1', true, false],
    ['::ffff:192.168.1.1', true, false],
  ])('%s, encrypted %s: %s', (address, isEncrypted, expected) => {
    expect(mayReach(address, isEncrypted)).toBe(expected);
  });

  it('is judged by the address a name has when it is connected to, whatever the name is', async () => {
    const secrets = { S: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };
    const exit = { url: 'https://localhost:9/x', secretsFrom: ['S'] };
    const exits = createExits(readExits(JSON.stringify({ exits: { 'carrier.select': exit } }), secrets), {
      clock: stoppedClock(),
    });
    const input = {
      orderId: 'ord_1',
      fulfillmentOrderId: 'ff_1',
      locationId: 'lyon',
      carrier: 'Colissimo',
      serviceLevel: null,
      destination: null,
      lines: [],
    };
    expect(await exits.ask('carrier.select', { id: 'one', input })).toMatchObject({
      answeredBy: 'FELL_BACK',
      failure: 'NOT_ALLOWED',
      decision: 'CONTINUE',
    });
    await exits.close();
  });

  it('is one address or all of a name, as the connection asks', async () => {
    const look = (options: object) =>
      new Promise((found) =>
        guardedLookup(createEgress(['127.0.0.0/8', '::1']), false)('localhost', options, (...answer) => found(answer)),
      );
    expect(await look({ family: 4 })).toEqual([null, '127.0.0.1', 4]);
    expect(await look({ family: 4, all: true })).toEqual([null, [{ address: '127.0.0.1', family: 4 }]]);
  });
});
