import type { Target } from './target.ts';

/** One kind of work, done again and again by a number of clients that each wait for their answer. */
export type Scenario = {
  readonly name: string;
  /** What one unit of the rate is, for example `requests` or `rows`. */
  readonly unit: string;
  readonly clients: number;
  /** Does the work number `turn` once, checks the answer, and tells how many units it was. */
  readonly once: (turn: number) => Promise<number>;
};

/** Looks up what a scenario needs and makes it ready. */
export type PrepareScenario = (target: Target) => Promise<Scenario>;

/** Those of that name, once each; all of them when none is named. */
export function namedScenarios(
  scenarios: Readonly<Record<string, PrepareScenario>>,
  names: readonly string[],
): PrepareScenario[] {
  const unknown = names.filter((name) => !Object.hasOwn(scenarios, name));
  if (unknown.length > 0) {
    throw new Error(`No scenario ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}.`);
  }
  return names.length > 0
    ? [...new Set(names)].map((name) => scenarios[name] as PrepareScenario)
    : Object.values(scenarios);
}

/** Data of an answer; throws on anything but a clean one, so that no error is measured as speed. */
export function dataOf<Data>({ status, text }: { status: number; text: string }): Data {
  const answer = JSON.parse(text) as { data?: Data; errors?: unknown };
  if (status !== 200 || answer.errors || !answer.data) throw new Error(`status ${status}: ${text.slice(0, 500)}`);
  return answer.data;
}
