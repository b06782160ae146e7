export * from './delivery.ts';
export * from './event.ts';
export * from './inbox.ts';
export * from './jobs.ts';
export * from './outbox.ts';
export * from './sweeps.ts';
export * from './waking.ts';
export * from './wire.ts';
