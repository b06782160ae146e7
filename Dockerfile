# One image for the gateway, the subgraphs and the migration; docker-compose.yml says which program each runs.
FROM node:24-slim AS install
WORKDIR /app
COPY . .
# Without optional packages: those are the embedded PostgreSQL, which a container does not use.
RUN npx -y pnpm@12 install --frozen-lockfile --prod --no-optional --filter "@passerelle/gateway..."

FROM node:24-slim
ENV NODE_ENV=production \
    APOLLO_TELEMETRY_DISABLED=true \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/data
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=install /app /app
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=12 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "gateway/src/main.ts"]
