import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate, TRACKER_NAMES } from './certificate.ts';
import type { Handler } from './pages/answer.ts';
import { openSites } from './pages/sites.ts';

export interface TrackerOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Asked before the stand-ins, under any host and path; undefined passes the request on. */
  extra?: Handler;
  /** Further host names to map and to certify, for what `extra` serves. */
  hosts?: readonly string[];
  /** The stamp in every hashed class name; a new one per start, as every deploy of a tracker brings. */
  deploy?: string;
}

export interface Trackers {
  port: number;
  /** The value of Chromium's `--host-resolver-rules`. */
  hostRules: string;
  /** `github.com/o/r` to the address a mapped browser opens. */
  url(path: string): string;
  close(): Promise<void>;
}

/** Serves the three stand-in trackers under their real names: TLS on 127.0.0.1, chosen by the Host header. */
export async function startTrackers(options: TrackerOptions = {}): Promise<Trackers> {
  const hosts = options.hosts ?? [];
  const [certificate, sites] = await Promise.all([makeCertificate(hosts), openSites(options.deploy)]);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url ?? '/', `https://${host || 'localhost'}`);
    const { status, headers, body } = (await options.extra?.(host, url)) ?? sites(host, url);
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = createServer(certificate, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String((error as Error)?.stack ?? error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hostRules: [...TRACKER_NAMES, ...hosts].map((name) => `MAP ${name}:443 127.0.0.1:${port}`).join(', '),
    url: (path) => `https://${path.replace(/^https?:\/\/|^\//, '')}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const trackers = await startTrackers({ port: Number(process.env['PORT'] ?? 8443) });
  console.log(`Stand-in trackers on 127.0.0.1:${trackers.port}. Open them with`);
  console.log(`  chromium --user-data-dir=$(mktemp -d) --ignore-certificate-errors \\`);
  console.log(`    --host-resolver-rules='${trackers.hostRules}' \\`);
  console.log(`    ${trackers.url('github.com/azimuth-sample/planner/issues')}`);
}
