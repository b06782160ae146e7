export * from './change-tables.ts';
export * from './order-tables.ts';
export * from './payment-tables.ts';
export * from './work-tables.ts';
