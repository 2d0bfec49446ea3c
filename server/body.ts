// Bodies: of a limited size, packed or not, and JSON that means one thing only.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readJson } from '../lib/formats/json-text.ts';
import { MOST_BODY_BYTES, MOST_BODY_DEPTH, MOST_BODY_VALUES } from '../lib/sync/protocol.ts';
import { Refused } from './refused.ts';

const unzip = promisify(gunzip);
const LIMITS = { deepest: MOST_BODY_DEPTH, values: MOST_BODY_VALUES };

/** Keys that no schema of ours has, and that make something else than data of what is copied without care. */
const FORBIDDEN: ReadonlySet<string | number> = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws Refused `too_large`, `unsupported_type`, `bad_request` */
export async function jsonOf(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers.get('content-type') ?? ''))
    throw new Refused('unsupported_type');
  const bytes = await unpacked(await bytesOf(request), request.headers.get('content-encoding'));
  return valueOf(textOf(bytes));
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY_BYTES) throw new Refused('too_large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  // What was announced is no measure: it is counted as it comes, and no more is read than may be.
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > MOST_BODY_BYTES) throw new Refused('too_large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function unpacked(bytes: Uint8Array, encoding: string | null): Promise<Uint8Array> {
  if (encoding === null || encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw new Refused('unsupported_type');
  try {
    return await unzip(bytes, { maxOutputLength: MOST_BODY_BYTES });
  } catch (error) {
    throw new Refused((error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'bad_request', 'gzip');
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('bad_request', 'utf-8');
  }
}

function valueOf(text: string): unknown {
  let forbidden = false;
  const read = readJson(text, LIMITS, (path) => {
    if (FORBIDDEN.has(path.at(-1) ?? '')) forbidden = true;
  });
  if (!read.ok) throw new Refused(read.fault.code === 'too-many-values' ? 'too_large' : 'bad_request', read.fault.code);
  if (forbidden) throw new Refused('bad_request', 'forbidden-key');
  if (!isExact(read.value)) throw new Refused('bad_request', 'value');
  return read.value;
}

/** Whether a value can be written again as it was read: no number beyond what numbers hold, no half of a surrogate pair. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => key.isWellFormed() && isExact(part));
}
