// A request that is answered with an error, and why.
import { type ErrorCode, ERRORS } from '../lib/sync/protocol.ts';

export class Refused extends Error {
  readonly code: ErrorCode;
  /** For people, English; never anything that came with the request. */
  readonly detail: string | undefined;
  readonly epoch: string | undefined;
  /** s, with `too_many`. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail?: string, { epoch, retryAfter }: { readonly epoch?: string; readonly retryAfter?: number } = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.epoch = epoch;
    this.retryAfter = retryAfter;
  }

  get status(): (typeof ERRORS)[ErrorCode] {
    return ERRORS[this.code];
  }
}
