export * from './clock.ts';
export * from './config.ts';
export * from './exits.ts';
export type { Failure } from './failure.ts';
export * from './points.ts';
export type { Ask } from './request.ts';
export * from './settings.ts';
