export * from './calendar.ts';
export * from './facts.ts';
export * from './feed-entry.ts';
export * from './judge.ts';
export * from './opening.ts';
export * from './ready.ts';
