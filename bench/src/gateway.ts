import { spawn } from 'node:child_process';
import path from 'node:path';
import { Pool } from 'undici';
import { threadsCpuMs } from './processes.ts';
import { type Spread, spread } from './statistics.ts';
import { readyUrl } from './target.ts';

/** What is asked, as in the product: a listing, a store picker, an order's page. */
const questions: Readonly<Record<string, { readonly query: string; readonly variables: (turn: number) => object }>> = {
  listing: {
    query: 'query ($skus: [ID!]!) { availability(skus: $skus) { sku quantity status stores note } }',
    variables: (turn) => ({ skus: Array.from({ length: 24 }, (_, place) => `k${(turn * 31 + place) % 500}`) }),
  },
  picker: {
    query: `query ($first: Int!) { pickup(first: $first) { quantity distance
      store { id name address { street city code country } hours { day opens closes } } } }`,
    variables: () => ({ first: 20 }),
  },
  'order-page': {
    query: `query ($id: ID!) { order(id: $id) { id number total lines { id quantity
      good { sku availability { quantity status } } } store { id name address { street city } } } }`,
    variables: (turn) => ({ id: `o${turn}` }),
  },
};

/** Of a token only its end is looked at here: whoever asks has been verified before. */
const tokenPart = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${tokenPart({ alg: 'ES256' })}.${tokenPart({ sub: 'somebody', exp: 4_102_444_800 })}.verified`;
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };

type Gateway = {
  readonly name: string;
  readonly ask: (question: string, turn: number) => Promise<string>;
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
};

async function start(name: string, env: Readonly<Record<string, string>>): Promise<Gateway> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'memory-gateway.ts')], {
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pool = new Pool(new URL(await readyUrl(child)).origin, { connections: 32 });
  return {
    name,
    async ask(question, turn) {
      const { query, variables } = questions[question] as (typeof questions)[string];
      const body = JSON.stringify({ query, variables: variables(turn) });
      const reply = await pool.request({ method: 'POST', path: '/graphql', headers, body });
      const text = await reply.body.text();
      if (reply.statusCode !== 200 || !text.startsWith('{"data":')) throw new Error(`${name}: ${text.slice(0, 300)}`);
      return text;
    },
    cpuMs: () => threadsCpuMs(child.pid as number),
    async stop() {
      await pool.close();
      child.kill('SIGTERM');
    },
  };
}

/** Requests for a second of CPU of the gateway's process. */
async function slice(gateway: Gateway, question: string, seconds: number): Promise<number> {
  const before = gateway.cpuMs();
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  const client = async () => {
    while (performance.now() < end) await gateway.ask(question, turn++);
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return (turn * 1000) / (gateway.cpuMs() - before);
}

export type GatewayPlan = { readonly rounds: number; readonly seconds: number; readonly warmUpSeconds: number };
export type GatewayResult = {
  readonly question: string;
  readonly perCpuSecond: readonly Spread[];
  readonly ratio: Spread;
  /** Of each round. */
  readonly ratios: readonly number[];
};

/** The gateway with and without its fast path, in turns: every answer equal, figures of a round beside each other. */
export const measureGateways = (plan: GatewayPlan): Promise<GatewayResult[]> =>
  measurePair(plan, { FAST_PATH: 'off' }, { FAST_PATH: 'on' });

type Variables = Readonly<Record<string, string>>;

/** The gateway with one environment and with another, in turns. */
export async function measurePair(
  { rounds, seconds, warmUpSeconds }: GatewayPlan,
  first: Variables,
  second: Variables,
): Promise<GatewayResult[]> {
  const gateways = [await start(JSON.stringify(first), first), await start(JSON.stringify(second), second)] as const;
  const results: GatewayResult[] = [];
  try {
    for (const question of Object.keys(questions)) {
      for (const gateway of gateways) await slice(gateway, question, warmUpSeconds);
      const [expected, answer] = await Promise.all(gateways.map((gateway) => gateway.ask(question, 5)));
      if (answer !== expected) throw new Error(`the answers to ${question} differ`);
      const figures: [number, number][] = [];
      for (let round = 0; round < rounds; round++) {
        const figure: [number, number] = [0, 0];
        // Who comes second would always find the machine as the first left it.
        for (const place of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          figure[place] = await slice(gateways[place], question, seconds);
        }
        figures.push(figure);
      }
      const ratios = figures.map(([stock, fast]) => fast / stock);
      results.push({
        question,
        perCpuSecond: [0, 1].map((place) => spread(figures.map((figure) => figure[place] as number))),
        ratio: spread(ratios),
        ratios,
      });
    }
    return results;
  } finally {
    for (const gateway of gateways) await gateway.stop();
  }
}
