export * from './crossing-tables.ts';
export * from './reservation-tables.ts';
export * from './snapshot-tables.ts';
export * from './stock-tables.ts';
export * from './transfer-tables.ts';
