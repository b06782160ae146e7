export { invariants } from './invariants.ts';
export { openReturns } from './open.ts';
