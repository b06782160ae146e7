export * from './collections.ts';
export * from './cursor.ts';
export * from './duration.ts';
export * from './geography.ts';
export * from './ids.ts';
export * from './money.ts';
export * from './refusals.ts';
export * from './result.ts';
