export { invariants } from './invariants.ts';
export { createOpenOrders, openOrders } from './open.ts';
