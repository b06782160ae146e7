import { readOperation } from '@passerelle/contracts/operations';
import { connect } from '@passerelle/database';
import { subgraphNames } from '@passerelle/server';
import { describe, expect, it } from 'vitest';
import { bearing, callersOf, everywhere, type Headers, type Production, patient } from './doors.ts';

/** One request is one story, in the logs and in the traces of all processes. */
export function requestIds(given: () => Production) {
  const { send, asOperator } = callersOf(given);

  describe('one request id', () => {
    type Line = { readonly requestId?: string; readonly msg: string; readonly status?: number; readonly path?: string };
    const linesOf = (log: string, id: string) =>
      log
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Line)
        .filter(({ requestId }) => requestId === id);
    const ofGateway = (id: string) => linesOf(given().deployment.log(), id);
    const ofSubgraphs = (id: string) =>
      subgraphNames.filter((name) => linesOf(given().deployment.programs.get(name)?.log() ?? '', id).length > 0);

    it.each([
      ["the caller's own", { 'x-request-id': 'till-7:42' }],
      ['a new one', {}],
    ])('is in the logs of the gateway and of every subgraph asked: %s', async (_whose, headers: Headers) => {
      const answer = await send('/graphql', { query: everywhere }, { ...(await asOperator()), ...headers });
      expect(answer).toMatchObject({ status: 200, body: { data: { location: null, order: null } } });
      const id = answer.headers.get('x-request-id') ?? '';
      expect(id).toBe(headers['x-request-id'] ?? id);
      await expect.poll(() => ofSubgraphs(id), patient).toEqual(subgraphNames);
      await expect
        .poll(() => ofGateway(id), patient)
        .toMatchObject([{ msg: 'answered', path: '/graphql', status: 200 }]);
    });

    it('goes on to what one subgraph asks of another', async () => {
      const lines = [{ orderLineId: 'x', quantity: 1, reason: 'OTHER' }];
      const variables = { input: { idempotencyKey: 'ids', orderId: 'x', method: 'CARRIER_DROP_OFF', lines } };
      const headers = { ...(await asOperator()), 'x-request-id': 'asked-by-returns' };
      const answer = await send('/graphql', { query: readOperation('storefront', 'AskReturn'), variables }, headers);
      expect(answer.status).toBe(200);
      await expect.poll(() => ofSubgraphs('asked-by-returns'), patient).toEqual(['orders', 'returns']);
    });

    it('names a fault of a subgraph where it happened, and says nothing of it to the caller', async () => {
      const admin = connect({ url: given().deployment.adminUrl, max: 1 });
      const headers = { ...(await asOperator()), 'x-request-id': 'at-fault' };
      try {
        await admin.sql`alter table returns.return_policies rename to gone`;
        const answer = await send('/graphql', { query: '{ returnPolicies { id } }' }, headers);
        expect(answer.body).toEqual({
          data: { returnPolicies: null },
          errors: [expect.objectContaining({ message: 'Internal server error' })],
        });
      } finally {
        await admin.sql`alter table returns.gone rename to return_policies`;
        await admin.close();
      }
      const lines = () => linesOf(given().deployment.programs.get('returns')?.log() ?? '', 'at-fault');
      await expect
        .poll(lines, patient)
        .toContainEqual(
          expect.objectContaining({ msg: 'fault', err: expect.objectContaining({ message: expect.any(String) }) }),
        );
      await expect.poll(() => ofGateway('at-fault'), patient).toMatchObject([{ msg: 'answered' }]);
    });

    it('names a refusal too', async () => {
      const headers = { 'x-request-id': 'refused', ...bearing('no token') };
      expect((await send('/graphql', { query: everywhere }, headers)).status).toBe(401);
      await expect.poll(() => ofGateway('refused'), patient).toMatchObject([{ msg: 'answered', status: 401 }]);
      expect(ofSubgraphs('refused')).toEqual([]);
    });
  });
}

export function traces(given: () => Production) {
  const { send, asOperator } = callersOf(given);

  it('a trace goes through the gateway and every subgraph asked', async () => {
    const traceId = 'c0ffee'.padEnd(32, '0');
    const headers = { ...(await asOperator()), traceparent: `00-${traceId}-${'b'.repeat(16)}-01` };
    await send('/graphql', { query: everywhere }, headers);
    const spans = () => given().collector.spans.filter((span) => span.traceId === traceId);
    const services = ['gateway', ...subgraphNames].map((name) => `passerelle-${name}`).sort();
    await expect.poll(() => [...new Set(spans().map(({ service }) => service))].sort(), patient).toEqual(services);
    const root = spans().find(({ name, service }) => name === 'POST /graphql' && service === 'passerelle-gateway');
    expect(root?.parentSpanId).toBe('b'.repeat(16));
    for (const name of subgraphNames) {
      const asked = spans().find((span) => span.name === `ask ${name}`);
      expect(asked?.parentSpanId).toBe(root?.spanId);
      const served = spans().filter(({ service }) => service === `passerelle-${name}`);
      expect(served.map(({ parentSpanId }) => parentSpanId)).toContain(asked?.spanId);
    }
  });
}
