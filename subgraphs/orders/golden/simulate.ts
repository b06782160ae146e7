import { readFileSync, writeFileSync } from 'node:fs';
import type { Candidate } from '../src/domain/candidate.ts';
import { chooseSources } from '../src/domain/sourcing.ts';
import { readRules, ruleFor, type StrategyInput } from '../src/domain/strategy.ts';

/** An order of the past with what its locations had, as `golden/orders.json` keeps it. */
type GoldenOrder = {
  readonly name: string;
  /** Moment of the decision. */
  readonly at: string;
  readonly countryCode: string | null;
  readonly serviceLevel: string | null;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly candidates: readonly (Omit<Candidate, 'readyAt' | 'available' | 'stockAges'> & {
    readonly readyAt: string | null;
    readonly available: Readonly<Record<string, number>>;
    readonly stockAges?: Readonly<Record<string, number>>;
  })[];
};

/** Where each order goes: by name, `location: quantity×sku` in the order of locations. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** What a strategy chooses for golden orders, by the code that decides live. Throws when the strategy is not valid. */
export function choose(strategy: StrategyInput, orders: readonly GoldenOrder[]): Choices {
  const rules = readRules(strategy);
  if (!rules.ok)
    throw new Error(rules.refusals.map(({ path, message }) => `${path?.join('.')}: ${message}`).join('\n'));
  return Object.fromEntries(
    orders.map(({ name, at, countryCode, serviceLevel, lines, candidates }) => {
      const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const rule = ruleFor({ rules: rules.value }, { countryCode, serviceLevel, units });
      const offered = candidates.map((one) => ({
        ...one,
        readyAt: one.readyAt === null ? null : new Date(one.readyAt),
        available: new Map(Object.entries(one.available)),
        stockAges: new Map(Object.entries(one.stockAges ?? {})),
      }));
      const { assignments } = chooseSources(lines, offered, rule ? { rule, at: new Date(at) } : undefined);
      const places = assignments.map(
        ({ candidate, units: given }) =>
          `${candidate.locationId}: ${given.map(({ quantity, sku }) => `${quantity}×${sku}`).join(', ')}`,
      );
      return [name, places.sort()];
    }),
  );
}

/** Orders that go elsewhere than was accepted, one line each. */
export function movedOrders(accepted: Choices, chosen: Choices): string[] {
  const names = [...new Set([...Object.keys(accepted), ...Object.keys(chosen)])].sort();
  const told = (choices: Choices, name: string) => choices[name]?.join(' + ') ?? 'nothing';
  return names
    .filter((name) => told(accepted, name) !== told(chosen, name))
    .map((name) => `${name}: ${told(accepted, name)} → ${told(chosen, name)}`);
}

const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

/** Compares with what was accepted; with `--accept`, accepts what is chosen now. Answers the exit code. */
export function gate(args: readonly string[], print: (text: string) => void): number {
  const chosen = choose(read('strategy.json'), read('orders.json'));
  if (args.includes('--accept')) {
    writeFileSync(new URL('accepted.json', import.meta.url), `${JSON.stringify(chosen, null, 2)}\n`);
    print(`${Object.keys(chosen).length} orders accepted.`);
    return 0;
  }
  const moved = movedOrders(read('accepted.json'), chosen);
  for (const line of moved) print(line);
  const wayOut = moved.length > 0 ? ' Accept with `pnpm simulate --accept`, or change the strategy back.' : '';
  print(`${moved.length} of ${Object.keys(chosen).length} golden orders moved.${wayOut}`);
  return moved.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = gate(process.argv.slice(2), console.log);
