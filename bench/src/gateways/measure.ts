import type { Plan } from '../measure.ts';
import { type Spread, spread } from '../statistics.ts';
import { contendersOf } from './contenders.ts';
import { type Contest, compareAnswers, openContest, type Running, type Slice } from './contest.ts';
import { installPeers } from './peers.ts';
import { type Question, questions } from './questions.ts';

/** What one contender did with one question, over the rounds. */
export type Figure = {
  readonly question: Question;
  /** Requests for a second of CPU of its process. */
  readonly perCpuSecond: Spread;
  readonly rate: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  /** Requests per CPU second over those of every contender in the same round, by its name. */
  readonly over: Readonly<Record<string, Spread>>;
};
export type Standing = {
  readonly name: string;
  readonly what: string;
  /** Resident after all rounds. */
  readonly memoryMb: number;
  readonly figures: readonly Figure[];
};

/** In another order each time, so that nobody always finds the machine as the same one left it. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

type Rounds = ReadonlyMap<string, readonly Slice[]>;

async function runRounds({ running, slice }: Contest, question: Question, rounds: number, seconds: number) {
  const slices = new Map<string, Slice[]>(running.map(({ contender }) => [contender.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const one of shuffled(running)) {
      slices.get(one.contender.name)?.push(await slice(one, question, seconds));
    }
  }
  return slices;
}

function figureOf(question: Question, name: string, rounds: Rounds): Figure {
  const mine = rounds.get(name) ?? [];
  const of = (key: 'perCpuSecond' | 'rate' | 'p50Ms' | 'p99Ms') => spread(mine.map((each) => each[key]));
  const over = [...rounds].map(([other, theirs]) => {
    const ratios = mine.map(({ perCpuSecond }, round) => perCpuSecond / (theirs[round]?.perCpuSecond ?? Number.NaN));
    return [other, spread(ratios)] as const;
  });
  return {
    question,
    perCpuSecond: of('perCpuSecond'),
    rate: of('rate'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    over: Object.fromEntries(over),
  };
}

/** Slices of a warm-up at most, for who hardly gets the processor. */
const mostWarmUps = 5;

/** Goes on until a gateway has had that many seconds of CPU: V8 compiles by what ran, not by the clock. */
async function warmUp({ slice }: Contest, running: Running, question: Question, cpuSeconds: number) {
  const start = running.cpuMs();
  for (let done = 0; done < mostWarmUps && running.cpuMs() - start < cpuSeconds * 1000; done++) {
    await slice(running, question, cpuSeconds);
  }
}

/**
 * All gateways side by side: answers compared, all warmed up, then a slice each in every round. Without names, all that
 * can run here.
 */
export async function measureGateways(plan: Plan, names: readonly string[], folder: string): Promise<Standing[]> {
  await installPeers();
  const contest = await openContest(contendersOf(names), folder);
  try {
    await compareAnswers(contest.running);
    const figures = new Map<Question, Rounds>();
    for (const question of questions) {
      for (const one of contest.running) await warmUp(contest, one, question, plan.warmUpSeconds);
    }
    for (const question of questions) {
      figures.set(question, await runRounds(contest, question, plan.rounds, plan.seconds));
    }
    return contest.running.map((one) => standingOf(one, figures));
  } finally {
    contest.stop();
  }
}

const standingOf = ({ contender, memoryMb }: Running, rounds: ReadonlyMap<Question, Rounds>): Standing => ({
  name: contender.name,
  what: contender.what,
  memoryMb: memoryMb(),
  figures: [...rounds].map(([question, each]) => figureOf(question, contender.name, each)),
});
