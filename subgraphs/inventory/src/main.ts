import { runSubgraph } from '@passerelle/server';
import { openInventory } from './index.ts';

await runSubgraph('inventory', openInventory, process.env);
