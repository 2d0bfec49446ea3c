import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HostProxy, startHostProxy, targetOf } from '../../setup/host-proxy.ts';

const MAP = { 'github.com': '127.0.0.1:1', '*.atlassian.net': '127.0.0.1:2', 'own.atlassian.net': '127.0.0.1:3' };

describe('where a host leads', () => {
  it.each([
    ['github.com', 1],
    ['GitHub.com', 1],
    ['gist.github.com', undefined],
    ['a.atlassian.net', 2],
    ['a.b.atlassian.net', 2],
    ['own.atlassian.net', 3],
    ['atlassian.net', undefined],
    ['notatlassian.net', undefined],
    ['example.org', undefined],
  ])('%s: %s', (host, port) => expect(targetOf(MAP, host)?.port).toBe(port));
});

describe('the proxy', () => {
  let echo: Server;
  let proxy: HostProxy;
  beforeEach(async () => {
    echo = createServer((socket) => socket.pipe(socket));
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await startHostProxy({ 'github.com': `127.0.0.1:${(echo.address() as AddressInfo).port}` });
  });
  afterEach(async () => {
    await proxy.close();
    echo.close();
  });
  /** What comes back for what is sent, until `end` is in it or the connection ends. */
  const talk = (sent: string, end: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let got = '';
      const socket = connect(proxy.port, '127.0.0.1', () => socket.write(sent));
      socket.setEncoding('utf8').on('data', (text: string) => {
        got += text;
        if (got.includes(end)) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(got));
    });

  it('leads a host of the map to its server', async () => {
    expect(await talk('CONNECT github.com:443 HTTP/1.1\r\n\r\nhello', 'hello')).toBe('HTTP/1.1 200 Connection Established\r\n\r\nhello');
  });
  it.each(['CONNECT example.org:443', 'CONNECT github.com:22', 'GET http://github.com/'])(
    'refuses everything else: %s',
    async (request) => {
      expect(await talk(`${request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, '502')).toMatch(/^HTTP\/1.1 502/);
    },
  );
});
