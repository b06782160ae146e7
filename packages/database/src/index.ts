export * from './connect.ts';
export * from './idempotency.ts';
export * from './listen.ts';
export * from './migrate.ts';
export * from './probe.ts';
export * from './roles.ts';
export * from './transaction.ts';
export * from './watch.ts';
