// The app on a port, until it is told to stop: what has begun is finished first.
import { readFileSync } from 'node:fs';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { createApp } from './app.ts';
import type { Configuration } from './environment.ts';

/** How long requests may take to come, and what has begun to end. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const STOP_MS = 10_000;

export interface Serving {
  readonly origin: string;
  /** Takes no more connections, lets what has begun end, and gives up on what does not. */
  stop(): Promise<void>;
}

export async function serve(
  app: ReturnType<typeof createApp>,
  { host, port, tls }: Pick<Configuration, 'host' | 'port' | 'tls'>,
): Promise<Serving> {
  const listener = getRequestListener(app.fetch);
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, maxHeaderSize: 16_384 };
  const server: Server = tls
    ? createSecure({ ...limits, cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener)
    : createPlain(limits, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `${tls ? 'https' : 'http'}://${shown}:${taken}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}
