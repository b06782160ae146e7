import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { approve, closeAll, decline, input, newSecret, screening, secret, settings } from '../test/screening.ts';
import { says, status } from '../test/scripted-service.ts';
import { noExits } from './config.ts';
import { createExits, type Exits } from './exits.ts';

afterEach(closeAll);

describe('an exit that answers', () => {
  it('is followed, and how long it took is told', async () => {
    const { ask, service, clock } = await screening([
      (response, call) => {
        clock.pass(84);
        decline(response, call);
      },
    ]);
    expect(await ask()).toEqual({
      id: 'ord_1.fraud.screen',
      point: 'fraud.screen',
      answeredBy: 'APPLIED',
      decision: 'REJECT',
      output: null,
      reasons: [{ code: 'STOLEN_CARD', message: 'Reported.' }],
      failure: null,
      policy: null,
      isShadow: false,
      durationMs: 84,
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(service.calls).toHaveLength(1);
  });

  it.each(['CONTINUE', 'HOLD', 'REJECT'])('with %s is taken at its word', async (decision) => {
    const { ask } = await screening([says({ decision })]);
    expect(await ask()).toMatchObject({ decision, answeredBy: 'APPLIED' });
  });

  it('with 204 has no opinion, and things go on', async () => {
    const { ask } = await screening([status(204)]);
    expect(await ask()).toMatchObject({ decision: 'CONTINUE', answeredBy: 'DECLINED' });
  });

  it('is asked over a connection that stays open', async () => {
    const { ask, service } = await screening([approve]);
    for (let n = 0; n < 3; n++) await ask();
    expect(new Set(service.calls.map(({ headers }) => headers.connection))).toEqual(new Set(['keep-alive']));
  });
});

describe('what an exit is sent', () => {
  it('is one POST with its deadline, a key, a trace, and a signature it can verify', async () => {
    const { ask, service, clock } = await screening([approve], { secretsFrom: ['NEXT_SECRET', 'RISK_SECRET'] });
    await ask('ord_9.fraud.screen');
    const [{ headers, body, path }] = service.calls as [(typeof service.calls)[number]];
    expect(path).toBe('/exits');
    expect(JSON.parse(body)).toEqual({
      exit: 'fraud.screen',
      version: 1,
      tenant: 'maison',
      occurredAt: clock.now().toISOString(),
      deadlineMs: 2000,
      dryRun: false,
      input,
      context: { channelId: 'chn_web', locale: 'fr-FR' },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': 'ord_9.fraud.screen',
      'idempotency-key': 'ord_9.fraud.screen',
      'webhook-timestamp': String(clock.now().getTime() / 1000),
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/),
      'x-oms-exit': 'fraud.screen',
      'x-oms-exit-version': '1',
      'x-oms-deadline-ms': '2000',
      'x-oms-tenant': 'maison',
    });
    const signatures = String(headers['webhook-signature']).split(' ');
    const signed = (by: string) => new Webhook(by).sign('ord_9.fraud.screen', clock.now(), body);
    // While one secret is replaced by another, a service that knows either can verify.
    expect(signatures).toEqual([signed(newSecret), signed(secret)]);
  });
});

describe('what is asked', () => {
  const modeOf = (exits: Exits, id = 'ord_1') => exits.modeOf('fraud.screen', id);

  it('is nothing without settings, and nothing while the exit is switched off', async () => {
    const { exits } = await screening([approve], { mode: 'OFF' });
    expect(modeOf(exits)).toBeNull();
    expect(exits.modeOf('order.validate', 'ord_1')).toBeNull();
    expect(modeOf(createExits(noExits))).toBeNull();
  });

  it('is a dry run in the shadow', async () => {
    const { exits, ask, service } = await screening([decline], { mode: 'SHADOW' });
    expect(modeOf(exits)).toBe('SHADOW');
    expect(await ask()).toMatchObject({ isShadow: true, decision: 'REJECT' });
    expect(JSON.parse(service.calls[0]?.body ?? '')).toMatchObject({ dryRun: true });
  });

  it('is a share of the calls, the same ones whenever they are asked for', async () => {
    const { exits } = await screening([approve], { percentage: 20 });
    const asked = (n: number) => modeOf(exits, `ord_${n}`) === 'LIVE';
    const ids = Array.from({ length: 1000 }, (_, n) => n);
    const share = ids.filter(asked).length;
    expect(share).toBeGreaterThan(150);
    expect(share).toBeLessThan(250);
    expect(ids.map(asked)).toEqual(ids.map(asked));
  });

  it('ends with the next call when it is switched off, and goes on for calls under way', async () => {
    const held: (() => void)[] = [];
    const { exits, ask, service } = await screening([
      (response, call) => held.push(() => approve(response, call)) && undefined,
    ]);
    const running = ask();
    await service.called(1);
    const replaced = exits.replace(settings(service.url, { mode: 'OFF' }));
    expect(modeOf(exits)).toBeNull();
    for (const go of held) go();
    expect(await running).toMatchObject({ answeredBy: 'APPLIED' });
    await replaced;
  });
});
