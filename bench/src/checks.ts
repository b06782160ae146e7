import { measurePair } from './gateway.ts';
import { quantile } from './statistics.ts';

/** What all checks of the gateway cost a request: the same gateway without and with them, in turns. */
const [rounds = '7', seconds = '3'] = process.argv.slice(2);
const plan = { rounds: Number(rounds), seconds: Number(seconds), warmUpSeconds: 3 };
const results = await measurePair(plan, { CHECKS: 'off' }, { CHECKS: 'on' });

const shown = (value: number) => value.toPrecision(3);
console.log('| question | without, requests/CPU s | with | checks add | half of the rounds |');
console.log('| --- | --- | --- | --- | --- |');
for (const { question, perCpuSecond, ratios } of results) {
  const [without, withThem] = perCpuSecond.map(
    ({ median, min, max }) => `${shown(median)} (${shown(min)}–${shown(max)})`,
  );
  // With / without is how many requests are left: what one costs more is the other way round.
  const added = (share: number) => `${((1 / quantile(ratios, share) - 1) * 100).toFixed(1)} %`;
  console.log(`| ${question} | ${without} | ${withThem} | ${added(0.5)} | ${added(0.75)} to ${added(0.25)} |`);
}
process.exit(0);
