import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { breaks, drips, hangs, type Script, says, scriptedService, sends, status } from '../test/scripted-service.ts';
import { type StoppedClock, stoppedClock } from '../test/stopped-clock.ts';
import { noExits, readExits } from './config.ts';
import { createExits, type Exits } from './exits.ts';
import type { Failure } from './failure.ts';
import type { Policy } from './points.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = `whsec_${Buffer.alloc(24, 'n').toString('base64')}`;
const secrets = { RISK_SECRET: secret, NEXT_SECRET: newSecret };

const settings = (url: string, more: object = {}) =>
  readExits(
    JSON.stringify({
      tenant: 'maison',
      allowedAddresses: ['127.0.0.1'],
      exits: { 'fraud.screen': { url, secretsFrom: ['RISK_SECRET'], ...more } },
    }),
    secrets,
  );

const input = {
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
const approve = says({ decision: 'CONTINUE' });
const decline = says({ decision: 'REJECT', reasons: [{ code: 'STOLEN_CARD', message: 'Reported.', more: 1 }] });

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]();
});

async function screening(scripts: Script[], more: object = {}) {
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

/** The budget runs out while the exit does what it does. */
const outOfTime = async (clock: StoppedClock, service: { called: (count: number) => Promise<void> }, ms = 2000) => {
  await service.called(1);
  clock.pass(ms);
};

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

describe('an exit that does not answer as it should', () => {
  const cases: [string, Script[], Failure, number, ('in time' | 'out of time')?][] = [
    ['hangs', [hangs], 'TIMED_OUT', 1, 'out of time'],
    ['drips', [drips], 'TIMED_OUT', 1, 'out of time'],
    ['answers 500 twice', [status(500)], 'SERVER_ERROR', 2],
    ['answers 503, then hangs', [status(503), hangs], 'TIMED_OUT', 2, 'out of time'],
    ['breaks the connection twice', [breaks], 'UNREACHABLE', 2],
    ['answers no JSON', [sends('<html>')], 'INVALID_ANSWER', 1],
    ['answers null', [says(null)], 'INVALID_ANSWER', 1],
    ['answers with a word nobody knows', [says({ decision: 'PERHAPS' })], 'INVALID_ANSWER', 1],
    ['answers what this point does not take', [says({ decision: 'DEFER' })], 'INVALID_ANSWER', 1],
    ['answers reasons in another form', [says({ decision: 'REJECT', reasons: 'no' })], 'INVALID_ANSWER', 1],
    ['answers too much', [sends(`"${'x'.repeat(64 * 1024)}"`)], 'INVALID_ANSWER', 1],
    ['answers 429', [status(429, { 'retry-after': '1' })], 'TOO_MANY_CALLS', 1],
    ['answers 409', [status(409)], 'CANNOT_JUDGE', 1],
    ['answers 422', [status(422)], 'CANNOT_JUDGE', 1],
    ['answers 404', [status(404)], 'UNEXPECTED_STATUS', 1],
    ['sends it elsewhere', [status(302, { location: 'http://169.254.169.254/' })], 'UNEXPECTED_STATUS', 1],
  ];
  const comesTo: [Policy, string][] = [
    ['OPEN', 'CONTINUE'],
    ['CLOSED', 'REJECT'],
    ['HOLD', 'HOLD'],
  ];
  const every = cases.flatMap((one) => comesTo.map((policy): [...typeof policy, ...typeof one] => [...policy, ...one]));

  it.each(every)(
    'falls back %s to %s when it %s',
    async (onFailure, decision, _title, scripts, failure, asked, time) => {
      const { ask, service, clock, failures } = await screening([...scripts], { onFailure });
      const answer = ask();
      if (time === 'out of time') {
        await service.called(asked);
        clock.pass(2000);
      }
      expect(await answer).toMatchObject({ answeredBy: 'FELL_BACK', policy: onFailure, decision, failure });
      expect(service.calls).toHaveLength(asked);
      expect(failures).toEqual([failure]);
    },
  );

  it('is asked once more under the same id when it falls over or breaks off, and then followed', async () => {
    for (const first of [status(502), breaks]) {
      const { ask, service } = await screening([first, decline]);
      expect(await ask()).toMatchObject({ answeredBy: 'APPLIED', decision: 'REJECT' });
      expect(service.calls.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill('ord_1.fraud.screen'));
    }
  });

  it('has no connection at all: the policy answers', async () => {
    const gone = await scriptedService();
    await gone[Symbol.asyncDispose]();
    const exits = createExits(settings(gone.url), { clock: stoppedClock() });
    open.push({ [Symbol.asyncDispose]: exits.close });
    const answer = await exits.ask('fraud.screen', { id: 'ord_1.x', input });
    expect(answer).toMatchObject({ answeredBy: 'FELL_BACK', failure: 'UNREACHABLE', decision: 'HOLD' });
  });

  it('takes its whole budget and no more', async () => {
    const { ask, service, clock } = await screening([hangs], { budgetMs: 300 });
    const answer = ask();
    await outOfTime(clock, service, 300);
    expect(await answer).toMatchObject({ durationMs: 300, failure: 'TIMED_OUT' });
  });
});

describe('an exit under load', () => {
  it('is not asked while as many calls run as may', async () => {
    const held: (() => void)[] = [];
    const { ask, service } = await screening(
      [(response, call) => held.push(() => approve(response, call)) && undefined],
      { concurrency: 2 },
    );
    const running = [ask(), ask()];
    await service.called(2);
    expect(await ask()).toMatchObject({ answeredBy: 'FELL_BACK', failure: 'BUSY' });
    for (const go of held) go();
    expect(await Promise.all(running)).toMatchObject([{ answeredBy: 'APPLIED' }, { answeredBy: 'APPLIED' }]);
    expect(service.calls).toHaveLength(2);
  });

  it('is left alone after 50 errors, tried by five calls after 30 s, and trusted again when they go well', async () => {
    const { ask, service, clock } = await screening([status(429)]);
    for (let n = 0; n < 50; n++) expect(await ask()).toMatchObject({ failure: 'TOO_MANY_CALLS' });
    expect(await ask()).toMatchObject({ failure: 'LEFT_ALONE', decision: 'HOLD' });
    expect(service.calls).toHaveLength(50);

    clock.pass(29_999);
    expect(await ask()).toMatchObject({ failure: 'LEFT_ALONE' });
    clock.pass(1);
    expect(await ask()).toMatchObject({ failure: 'TOO_MANY_CALLS' });
    expect(await ask()).toMatchObject({ failure: 'LEFT_ALONE' });

    clock.pass(30_000);
    const held: (() => void)[] = [];
    service.script((response, call) => {
      held.push(() => approve(response, call));
    });
    const probes = Array.from({ length: 5 }, () => ask());
    await service.called(56);
    expect(await ask()).toMatchObject({ failure: 'LEFT_ALONE' });
    service.script(approve);
    for (const go of held) go();
    expect((await Promise.all(probes)).map(({ answeredBy }) => answeredBy)).toEqual(Array(5).fill('APPLIED'));
    expect(await ask()).toMatchObject({ answeredBy: 'APPLIED' });
  });

  it('stays trusted when fewer than half of its last hundred calls go wrong, and when it cannot judge', async () => {
    const { ask, service } = await screening([approve]);
    for (let n = 0; n < 60; n++) {
      service.script(n % 2 === 0 ? status(404) : approve);
      await ask();
    }
    service.script(status(422));
    for (let n = 0; n < 60; n++) expect(await ask()).toMatchObject({ failure: 'CANNOT_JUDGE' });
    service.script(approve);
    expect(await ask()).toMatchObject({ answeredBy: 'APPLIED' });
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
