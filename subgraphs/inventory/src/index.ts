export { openInventory } from './open.ts';
export { invariants } from './storage/invariants.ts';
