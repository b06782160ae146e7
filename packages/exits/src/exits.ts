import { createHash } from 'node:crypto';
import { Pool } from 'undici';
import type { Told } from './answer.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type Clock, realClock } from './clock.ts';
import type { ExitConfig, ExitsConfig } from './config.ts';
import { createEgress, guardedLookup } from './egress.ts';
import { ExitFailed, type Failure, isHarmless } from './failure.ts';
import { createKeptAnswers, questionOf } from './kept-answers.ts';
import { type Decision, type Output, type PointName, type Policy, points, type Reason } from './points.ts';
import { type Ask, hashOfInput, sealAsk } from './request.ts';
import { send } from './send.ts';

/** Who decided: the exit; our own rule, since the exit had no opinion; or the policy, since it had no answer. */
export type AnsweredBy = 'APPLIED' | 'DECLINED' | 'FELL_BACK';

export type Answer<P extends PointName = PointName> = {
  readonly id: string;
  readonly point: P;
  readonly answeredBy: AnsweredBy;
  /** What to do: the exit's word, or what the policy comes to. */
  readonly decision: Decision;
  /** With MODIFY and DEFER, as the point promises. */
  readonly output: Output<P> | null;
  readonly reasons: readonly Reason[];
  /** Why the policy decided; null when the exit did. */
  readonly failure: Failure | null;
  readonly policy: Policy | null;
  readonly isShadow: boolean;
  /** Whole milliseconds from asking to knowing, retries included. */
  readonly durationMs: number;
  readonly inputHash: string;
};

/** What a caller keeps of an answer, beside what the call was about. */
export type KeptAnswer<P extends PointName = PointName> = Pick<
  Answer<P>,
  'point' | 'decision' | 'output' | 'reasons' | 'policy' | 'failure' | 'isShadow' | 'inputHash' | 'durationMs'
> & {
  readonly outcome: AnsweredBy;
  readonly calledAt: Date;
};

/** The exits of this process. */
export type Exits = {
  /** Whether the point is asked at all for this call; look here before making its input. */
  readonly modeOf: (point: PointName, id: string) => 'LIVE' | 'SHADOW' | null;
  /** Asks an exit that is there. Never throws for what the exit does: its policy answers then. */
  readonly ask: <P extends PointName>(point: P, ask: Ask<P>) => Promise<Answer<P>>;
  /** Other settings from now on; calls under way end as they began. */
  readonly replace: (config: ExitsConfig) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ExitsOptions = {
  readonly clock?: Clock;
  /** Headers that carry the running trace on. */
  readonly trace?: () => Readonly<Record<string, string>>;
  /** Told of each call that fell back. */
  readonly onFailure?: (failed: {
    readonly point: PointName;
    readonly failure: Failure;
    readonly message: string;
  }) => void;
};

type Door = {
  readonly exit: ExitConfig;
  readonly tenant: string;
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly kept: ReturnType<typeof createKeptAnswers>;
  inFlight: number;
};

const decisionOf: Readonly<Record<Policy, Decision>> = { OPEN: 'CONTINUE', CLOSED: 'REJECT', HOLD: 'HOLD' };

/** Opens the exits of the settings; no connection is made before the first call. */
export function createExits(config: ExitsConfig, options: ExitsOptions = {}): Exits {
  const { clock = realClock } = options;
  let doors = openDoors(config, clock);
  return {
    modeOf(point, id) {
      const exit = doors.get(point)?.exit;
      if (!exit || exit.mode === 'OFF') return null;
      return isRolledOut(exit, id) ? exit.mode : null;
    },
    ask: (point, ask) => askAt(point, ask, doors.get(point), { ...options, clock }),
    async replace(next) {
      const before = doors;
      doors = openDoors(next, clock);
      await closeDoors(before);
    },
    close: () => closeDoors(doors),
  };
}

const closeDoors = async (doors: ReadonlyMap<PointName, Door>) => {
  await Promise.all([...doors.values()].map(({ pool }) => pool.close()));
};

function openDoors({ tenant, allowedAddresses, exits }: ExitsConfig, clock: Clock): ReadonlyMap<PointName, Door> {
  const egress = createEgress(allowedAddresses);
  const open = (exit: ExitConfig): Door => ({
    exit,
    tenant,
    breaker: createBreaker(clock.ticks),
    kept: createKeptAnswers(clock.ticks),
    inFlight: 0,
    pool: new Pool(exit.url.origin, {
      connections: exit.concurrency,
      // The budget ends a call, connecting included; these would only end it twice.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { lookup: guardedLookup(egress, exit.url.protocol === 'https:') as never },
    }),
  });
  return new Map([...exits].map(([point, exit]) => [point, open(exit)]));
}

/** The same calls always, so that a retry is asked like the first. */
const isRolledOut = ({ percentage }: ExitConfig, id: string) =>
  percentage === 100 || createHash('sha256').update(id).digest().readUInt32BE() % 100 < percentage;

async function askAt<P extends PointName>(
  point: P,
  ask: Ask<P>,
  door: Door | undefined,
  { clock, trace, onFailure }: ExitsOptions & { readonly clock: Clock },
): Promise<Answer<P>> {
  if (!door) throw new TypeError(`There is no exit at ${point}; ask modeOf first.`);
  const startedAt = clock.ticks();
  const { exit, tenant } = door;
  const isShadow = exit.mode === 'SHADOW';
  const inputHash = hashOfInput(ask.input);
  const facts = () => ({
    id: ask.id,
    point,
    isShadow,
    durationMs: Math.round(clock.ticks() - startedAt),
    inputHash,
  });
  const answered = ({ decision, output, reasons, hasOpinion }: Told): Answer<P> => {
    const answeredBy = hasOpinion ? 'APPLIED' : 'DECLINED';
    const told = { decision, output: output as Output<P> | null, reasons };
    return { ...facts(), ...told, answeredBy, failure: null, policy: null };
  };
  const question = points[point].isCacheable && !isShadow ? questionOf(ask) : null;
  const known = question === null ? undefined : door.kept.find(question);
  if (known) return answered(known);
  try {
    const trip = { exit, tenant, now: clock.now(), trace: trace?.() ?? {} };
    const sealed = sealAsk(point, { ...ask, isDryRun: isShadow || ask.isDryRun === true }, trip);
    const told = await throughDoor(door, clock, (deadline) =>
      send({ pool: door.pool, path: exit.url.pathname + exit.url.search, point, sealed, deadline }),
    );
    if (question !== null && !ask.isDryRun) door.kept.keep(question, told);
    return answered(told);
  } catch (error) {
    if (!(error instanceof ExitFailed)) throw error;
    const { failure, message } = error;
    onFailure?.({ point, failure, message });
    const fallback = {
      answeredBy: 'FELL_BACK',
      failure,
      policy: exit.onFailure,
      decision: decisionOf[exit.onFailure],
    } as const;
    return { ...facts(), ...fallback, output: null, reasons: [] };
  }
}

/** Lets a call through when there is room and the exit is well, and ends it with its budget. */
async function throughDoor<T>(door: Door, clock: Clock, call: (deadline: AbortSignal) => Promise<T>): Promise<T> {
  const { exit, breaker } = door;
  if (door.inFlight >= exit.concurrency) throw new ExitFailed('BUSY', `${exit.concurrency} calls are running.`);
  if (!breaker.enter()) throw new ExitFailed('LEFT_ALONE', 'It failed too often and is left alone for a while.');
  door.inFlight += 1;
  const deadline = new AbortController();
  const cancel = clock.after(exit.budgetMs, () => deadline.abort());
  try {
    const told = await call(deadline.signal);
    breaker.leave(true);
    return told;
  } catch (error) {
    if (error instanceof ExitFailed && isHarmless(error.failure)) breaker.leaveUnjudged();
    else breaker.leave(false);
    throw error;
  } finally {
    cancel();
    door.inFlight -= 1;
  }
}
