import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, deploy, modes } from '../test/deployment.ts';
import { fileOperations } from '../test/stored-operations/files.ts';
import { liveOperations } from '../test/stored-operations/live.ts';
import { orderOperations } from '../test/stored-operations/orders.ts';
import { rowRules } from '../test/stored-operations/row-rules.ts';
import { shoppingOperations } from '../test/stored-operations/shopping.ts';
import { stockOperations } from '../test/stored-operations/stock.ts';
import { checkInvariants } from './invariants.ts';

describe.each(modes)('the stored operations, served by %s', (mode) => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await deploy(mode);
  });
  afterAll(() => deployment?.[Symbol.asyncDispose]());

  shoppingOperations(() => deployment);
  stockOperations(() => deployment);
  orderOperations(() => deployment);
  liveOperations(() => deployment);
  rowRules(() => deployment);
  if (mode === 'five processes') fileOperations(() => deployment);

  it('leave every invariant whole', async () => {
    const atFault = (await checkInvariants(deployment.adminUrl)).filter(({ rows }) => rows.length > 0);
    expect(atFault).toEqual([]);
  });
});
