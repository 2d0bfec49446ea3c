// A ticket page with nothing a panel could go beside: no known column, no landmark. Ours, for tests.

/** An HTML page; `body` is put into its main part. */
export const barePage = (title: string, body = '<p>Nothing here has a name that a tracker gives.</p>'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** Serves a bare page under one host and path, for `startTrackers({ extra })`. */
export const serveBare =
  (host: string, path: string, body?: string) =>
  (asked: string, url: URL): { status: number; headers: Record<string, string>; body: string } | undefined =>
    asked === host && url.pathname === path
      ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: barePage('A bare page', body) }
      : undefined;
