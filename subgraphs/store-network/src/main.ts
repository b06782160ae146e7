import { runSubgraph } from '@passerelle/server';
import { openStoreNetwork } from './index.ts';

await runSubgraph('store-network', openStoreNetwork, process.env);
