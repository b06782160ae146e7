import { tableDrift } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { aNetwork } from '../../test/a-network.ts';
import * as tables from './tables.ts';

it('declares its tables as they are in the database', async () => {
  await using graph = await aNetwork([]);
  expect(await tableDrift(graph.database.sql, tables)).toEqual([]);
});
