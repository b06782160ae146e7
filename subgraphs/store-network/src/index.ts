export { invariants } from './invariants.ts';
export { openStoreNetwork } from './open.ts';
