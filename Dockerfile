# docker build -t web-engagement . && docker run -p 8080:8080 -v /etc/brand:/run/secrets:ro web-engagement --origin https://www.brand.example
FROM node:22-alpine AS build
WORKDIR /build
COPY . .
RUN node scripts/ensure.mjs deps && npm run --silent build

FROM node:22-alpine
COPY --from=build /build/dist/cli/web-engagement.js /app/
COPY --from=build /build/package.json /app/
USER node
EXPOSE 8080
HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz
ENTRYPOINT ["node", "/app/web-engagement.js", "serve", "--host", "0.0.0.0", "--secret-file", "/run/secrets/tickets", \
  "--gateway-token-file", "/run/secrets/gateway"]
