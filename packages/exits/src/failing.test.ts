import { afterEach, describe, expect, it } from 'vitest';
import { approve, closeAll, decline, screening } from '../test/screening.ts';
import { breaks, drips, hangs, type Script, says, sends, status } from '../test/scripted-service.ts';
import type { StoppedClock } from '../test/stopped-clock.ts';
import type { Failure } from './failure.ts';
import type { Policy } from './points.ts';

afterEach(closeAll);

/** The budget runs out while the exit does what it does. */
const outOfTime = async (clock: StoppedClock, service: { called: (count: number) => Promise<void> }, ms = 2000) => {
  await service.called(1);
  clock.pass(ms);
};

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
    const { ask, service } = await screening([approve]);
    await service[Symbol.asyncDispose]();
    expect(await ask()).toMatchObject({ answeredBy: 'FELL_BACK', failure: 'UNREACHABLE', decision: 'HOLD' });
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
