export { openInventory } from './open.ts';
