// A file as it is being written: its pieces are handed to the browser as they come, which keeps them out of this page's memory.
import type { Piece } from '../formats/format.ts';
import { createSlices } from './slices.ts';

/** Characters or bytes that wait here before they are handed over. */
const HELD = 1_000_000;

/** @throws the signal's reason once it is aborted */
export async function blobOf(pieces: AsyncIterable<Piece>, type: string, signal?: AbortSignal): Promise<Blob> {
  const slices = createSlices();
  const done: Blob[] = [];
  let held: BlobPart[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(typeof piece === 'string' ? piece : new Uint8Array(piece));
    if ((size += piece.length) >= HELD) {
      done.push(new Blob(held));
      held = [];
      size = 0;
    }
    const over = slices.rest();
    if (over) await over;
    signal?.throwIfAborted();
  }
  return new Blob([...done, ...held], { type });
}

/** Bytes of a file that is written for nothing. */
export async function sizeOf(pieces: AsyncIterable<Piece>): Promise<number> {
  let size = 0;
  for await (const piece of pieces) size += typeof piece === 'string' ? new Blob([piece]).size : piece.length;
  return size;
}
