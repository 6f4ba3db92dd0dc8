# Vigie in a container: small, not root, its data in a volume.
#   docker build -t vigie .
#   docker run --network host -v vigie-data:/vigie/data -v ./config:/vigie/config:ro --env-file .env vigie
# The local workspace listens on the loopback address alone: `--network host` lets the host's browser reach it.
FROM node:24-slim AS install
WORKDIR /vigie
COPY package.json package-lock.json .npmrc ./
# package.json points the npm package `sqlite3` at this folder, so that nothing compiles.
COPY src/store/sqlite3 src/store/sqlite3
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production VIGIE_DATA=/vigie/data VIGIE_CONFIG=/vigie/config
WORKDIR /vigie
COPY --from=install /vigie/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY commands commands
COPY config config
RUN mkdir data && chown node:node data
USER node
VOLUME /vigie/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=1", "--optimize-for-size", "--v8-pool-size=1", "src/main.ts", "start"]
