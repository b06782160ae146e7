import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { startShop } from '../commerce/measure.ts';
import { contendersOf } from '../gateways/contenders.ts';
import { openContest } from '../gateways/contest.ts';
import { questions } from '../gateways/questions.ts';
import { type Plan, runSlice } from '../measure.ts';
import { listing, picker } from '../scenarios/reads.ts';
import { type CpuProfile, type Share, sharesOf } from './packages.ts';

/** Where the time of a process goes while it answers one question. */
export type Profile = { readonly question: string; readonly shares: readonly Share[] };

const folder = path.resolve('.data/bench-profile');
const file = path.join(folder, 'last.cpuprofile');
const preload = ['--import', new URL(`preload.ts?to=${encodeURIComponent(file)}`, import.meta.url).href];
const writtenWithinMs = 20_000;

/** Profiles a process of ours during some work. */
async function profiled(pid: number, work: () => Promise<unknown>): Promise<readonly Share[]> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  await work();
  process.kill(pid, 'SIGUSR2');
  return sharesOf(await readProfile());
}

/** Waits until the other process has written it whole. */
async function readProfile(): Promise<CpuProfile> {
  const until = performance.now() + writtenWithinMs;
  for (;;) {
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The gateway with subgraphs that answer from memory, by question; then the product's listing and picker with all that is under it. */
export async function measureProfiles(plan: Plan): Promise<Profile[]> {
  await mkdir(folder, { recursive: true });
  return [...(await profileGateway(plan)), ...(await profileProduct(plan))];
}

async function profileGateway(plan: Plan): Promise<Profile[]> {
  const [ours] = contendersOf(['ours']).map((contender) => ({
    ...contender,
    command: (...place: Parameters<typeof contender.command>) => {
      const [node = '', ...args] = contender.command(...place);
      return [node, ...preload, ...args];
    },
  }));
  const contest = await openContest(ours ? [ours] : [], folder);
  try {
    const profiles: Profile[] = [];
    for (const one of contest.running) {
      for (const question of questions) {
        await contest.slice(one, question, plan.warmUpSeconds);
        const shares = await profiled(one.pid, () => contest.slice(one, question, plan.seconds));
        profiles.push({ question: `${question}, from memory`, shares });
      }
    }
    return profiles;
  } finally {
    contest.stop();
  }
}

async function profileProduct(plan: Plan): Promise<Profile[]> {
  const target = await startShop(path.resolve('.data/bench-commerce'), { nodeArgs: preload });
  try {
    const profiles: Profile[] = [];
    for (const prepare of [listing, picker]) {
      const scenario = await prepare(target);
      await runSlice(target, scenario, plan.warmUpSeconds * 2, 0);
      const shares = await profiled(target.pid, () => runSlice(target, scenario, plan.seconds, 0));
      profiles.push({ question: `${scenario.name}, the product`, shares });
    }
    return profiles;
  } finally {
    await target.stop();
  }
}
