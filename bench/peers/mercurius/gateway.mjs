import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

/** Composes services of Federation 1 for itself. Its install has its own graphql: it fails with 16.15. */
const services = Object.entries(JSON.parse(process.env.SUBGRAPHS));
const app = Fastify();
await app.register(mercuriusGateway, {
  jit: 1,
  gateway: { services: services.map(([name, url]) => ({ name, url: `${url}/v1`, connections: 64, pipelining: 1 })) },
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
