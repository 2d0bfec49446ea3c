// What the browser says when it will not store, as one of our reasons.
import type { Refusal } from '../ask.ts';

/**
 * A full disk comes in two forms: QuotaExceededError under a quota, and UnknownError with FILE_ERROR_NO_SPACE
 * when the disk itself is full.
 */
export function refusalOf(error: unknown): Refusal {
  const { name = '', message = '' } = error instanceof Error || error instanceof DOMException ? error : {};
  if (name === 'QuotaExceededError' || /NO_SPACE|disk.*full|quota/i.test(message)) return 'disk-full';
  const refused = ['InvalidStateError', 'SecurityError', 'VersionError', 'UnknownError', 'NotFoundError', 'AbortError'];
  return refused.includes(name) ? 'storage-refused' : 'failed';
}
