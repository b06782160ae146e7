import { runSubgraph } from '@passerelle/server';
import { openReturns } from './index.ts';

await runSubgraph('returns', openReturns, process.env);
