import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/** With the query planner in Rust, which is the faster of its two. */
export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH,
  unifiedGraphHandler,
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  fork: 1,
  logging: false,
  landingPage: false,
  graphiql: false,
  maskedErrors: false,
});
