export { type Answer, type Client, type ClientOptions, createClient, type GraphError, RequestError } from './client.ts';
export type { Document, DocumentOf, Kind } from './document.ts';
