export * from './eligibility-tables.ts';
export * from './handling-tables.ts';
export * from './resolution-tables.ts';
export * from './return-tables.ts';
