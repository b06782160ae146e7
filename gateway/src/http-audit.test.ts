import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallGateway, smallGateway } from '../test/small-graph.ts';

let gateway: SmallGateway;
beforeAll(async () => {
  gateway = await smallGateway();
});
afterAll(() => gateway?.[Symbol.asyncDispose]());

/** GraphQL over HTTP, audited by the people who wrote the rules down. What MAY be is told, not asked for. */
describe.each(['/graphql', '/graphql/storefront', '/graphql/store-app', '/graphql/partner'])('%s', (path) => {
  const audits = serverAudits({ url: () => `${gateway.url}${path}`, fetchFn: fetch });
  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    if (name.startsWith('MAY')) expect(['ok', 'notice']).toContain(result.status);
    else expect(result, 'reason' in result ? result.reason : '').toMatchObject({ status: 'ok' });
  });
});
