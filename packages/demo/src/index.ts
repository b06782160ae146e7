export { type DemoOptions, isEmpty, loadDemo } from './load-demo.ts';
export { loadNetworkAndStock, type NetworkAndStockOptions } from './load-network-and-stock.ts';
export type { OrdersSummary } from './load-orders.ts';
export { noProgress, type Progress, terminalProgress } from './progress.ts';
export * from './retailer.ts';
export { pickupShelves, type Shelf } from './shelves.ts';
