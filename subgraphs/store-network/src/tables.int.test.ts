import { tableDrift } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { aNetwork } from '../test/network.ts';
import * as tables from './storage/tables.ts';

it('declares its tables as they are in the database', async () => {
  await using network = await aNetwork();
  expect(await tableDrift(network.sql, tables)).toEqual([]);
});
