export * from './ask.ts';
export * from './clock.ts';
export * from './locations.ts';
export * from './table-drift.ts';
export * from './test-database.ts';
export * from './test-graph.ts';
