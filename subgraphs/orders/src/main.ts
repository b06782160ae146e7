import { runSubgraph } from '@passerelle/server';
import { openOrders } from './index.ts';

await runSubgraph('orders', openOrders, process.env);
