/** What a stand-in sends back. Header names are lower case. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Answers for a host name without port; undefined means "not mine". */
export type Handler = (host: string, url: URL) => Answer | undefined | Promise<Answer | undefined>;

export const HTML = 'text/html; charset=utf-8';

/** An HTML page with the headers of its host. */
export function htmlAnswer(body: string, headers: Record<string, string>, status = 200): Answer {
  return { status, headers: { 'content-type': HTML, ...headers }, body };
}

export function plainAnswer(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

export function redirectAnswer(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 302, headers: { ...headers, location }, body: '' };
}
