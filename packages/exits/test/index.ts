export * from './scripted-service.ts';
export * from './stopped-clock.ts';
