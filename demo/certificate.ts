import { generate } from 'selfsigned';

const DAY = 86_400_000;

/** The names the trackers are reached under; the stand-ins answer for all of them. */
export const TRACKER_NAMES = ['github.com', '*.github.com', '*.atlassian.net', 'linear.app', '*.linear.app'] as const;

/**
 * A self-signed certificate for the trackers' names, in memory only: nobody can trust it by accident, because nothing
 * is written down and it ends in a week. `more` are further host names (a self-hosted Jira in a test).
 * Elliptic, because an RSA key takes a second to find.
 */
export async function makeCertificate(more: readonly string[] = []): Promise<{ key: string; cert: string }> {
  const names = [...TRACKER_NAMES, ...more, 'localhost'];
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: 'Azimuth stand-in trackers' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + 7 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
