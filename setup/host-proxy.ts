// A way out of a browser that leads to servers of ours and nowhere else: an HTTP proxy that knows only chosen hosts.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface HostProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** `{ '*.atlassian.net': '127.0.0.1:8443' }`: where `host` leads, if anywhere. A full name goes before a pattern. */
export function targetOf(hostMap: Readonly<Record<string, string>>, host: string): { host: string; port: number } | undefined {
  const name = host.toLowerCase();
  const pattern = Object.keys(hostMap).find((one) => one.startsWith('*.') && name.endsWith(one.slice(1)));
  const target = hostMap[name] ?? (pattern && hostMap[pattern]);
  const [to, port] = target?.split(':') ?? [];
  return to && port ? { host: to, port: Number(port) } : undefined;
}

/** HTTPS to a host in the map goes to its target; everything else is refused with 502, and nothing leaves the machine. */
export async function startHostProxy(hostMap: Readonly<Record<string, string>>): Promise<HostProxy> {
  const open = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (request, client: Socket, head) => {
    const [host = '', port] = (request.url ?? '').split(':');
    const target = port === '443' ? targetOf(hostMap, host) : undefined;
    // A browser that was killed resets its connections; that is no error of ours.
    client.on('error', () => client.destroy());
    if (!target) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(target.port, target.host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
