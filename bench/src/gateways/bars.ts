import type { Spread } from '../statistics.ts';
import type { Standing } from './measure.ts';
import { type Question, questions } from './questions.ts';

/** What is aimed at: one contender's requests per CPU second over another's. */
type Aim = {
  readonly who: string;
  readonly against: string;
  readonly atLeast: Readonly<Record<Question, number>>;
  readonly aim: Readonly<Record<Question, number>>;
};

const each = (value: number) => ({ listing: value, picker: value, 'order-page': value });

const aims: readonly Aim[] = [
  {
    who: 'ours',
    against: 'stock',
    atLeast: { listing: 12, picker: 16, 'order-page': 25 },
    aim: { listing: 18, picker: 22, 'order-page': 35 },
  },
  { who: 'ours-http', against: 'mercurius', atLeast: each(1.8), aim: each(2.8) },
  { who: 'ours-http', against: 'hive', atLeast: each(6), aim: each(10) },
  { who: 'ours-http', against: 'grafbase', atLeast: each(0.9), aim: each(1.4) },
  { who: 'ours', against: 'monolith', atLeast: each(0.7), aim: each(1) },
];

export type Bar = {
  readonly who: string;
  readonly against: string;
  readonly question: Question;
  readonly atLeast: number;
  readonly aim: number;
  readonly measured: Spread;
};

/** The bars of those who took part, each with what was measured. */
export function barsOf(standings: readonly Standing[]): readonly Bar[] {
  const byName = new Map(standings.map((standing) => [standing.name, standing]));
  return aims.flatMap(({ who, against, atLeast, aim }) =>
    questions.flatMap((question) => {
      const figure = byName.get(who)?.figures.find((one) => one.question === question);
      const measured = figure?.over[against];
      return measured ? [{ who, against, question, atLeast: atLeast[question], aim: aim[question], measured }] : [];
    }),
  );
}
