import { createExits, type PointName, readExits } from '@passerelle/exits';
import { type Script, scriptedService, stoppedClock } from '@passerelle/exits/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openTestReturns } from './open-returns.ts';

/** Opens returns for the tests of a file, with a scripted service at one point; none is asked until a test uses it. */
export async function withExit(point: PointName) {
  const service = await scriptedService();
  const secrets = { SECRET: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };
  const settings = (exit: object | null) => {
    const configured = { [point]: { url: service.url, secretsFrom: ['SECRET'], ...exit } };
    return readExits(JSON.stringify({ allowedAddresses: ['127.0.0.1'], exits: exit ? configured : {} }), secrets);
  };
  const exits = createExits(settings(null), { clock: stoppedClock() });
  const use = (exit: object | null, ...scripts: Script[]) => {
    service.script(...scripts);
    return exits.replace(settings(exit));
  };

  let returns: Awaited<ReturnType<typeof openTestReturns>>;
  beforeAll(async () => {
    returns = await openTestReturns({ exits });
  });
  beforeEach(() => use(null));
  afterAll(async () => {
    await returns.close();
    await exits.close();
    await service[Symbol.asyncDispose]();
  });
  return {
    service,
    use,
    get returns() {
      return returns;
    },
  };
}
