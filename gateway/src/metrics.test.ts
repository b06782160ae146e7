import { expect, it } from 'vitest';
import { smallGateway } from '../test/small-graph.ts';

it('counts requests by API and status, and how long they took', async () => {
  await using gateway = await smallGateway();
  await gateway.post({ query: '{ __typename }' });
  await gateway.post({ query: '{ __typename }' }, { path: '/graphql/storefront' });
  await gateway.post({ query: '{ nowhere }' }, { path: '/graphql/storefront' });
  const response = await fetch(`${gateway.url}/metrics`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/plain');
  for (const line of [
    'passerelle_requests_total{api="internal",status="200"} 1',
    'passerelle_requests_total{api="storefront",status="200"} 1',
    'passerelle_requests_total{api="storefront",status="400"} 1',
    'passerelle_request_seconds_count{api="storefront"} 2',
    'passerelle_requests_in_flight 0',
  ]) {
    expect(text).toContain(line);
  }
});
