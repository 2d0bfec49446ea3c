// Whether one pushed operation may be kept: looked at by itself, before anything is asked of the store.
import { contentFault } from '../../lib/sync/content.ts';
import { millisOf } from '../../lib/sync/clock.ts';
import { MOST_SET_BYTES, NEWEST_SCHEMA, type PushedOperation, type PushResult } from '../../lib/sync/protocol.ts';
import { RANK } from '../../lib/sync/protocol-team.ts';
import type { Who } from './who.ts';

export type Rejected = Extract<PushResult, { status: 'rejected' }>;

/** The device of what the endpoint itself does, as when somebody's tags are deleted. */
export const OWN_DEVICE = '0000000000000000';

export const reject = (op: PushedOperation, code: Rejected['code'], detail?: string): Rejected => ({
  op: op.op,
  status: 'rejected',
  code,
  ...(detail !== undefined && { detail }),
});

/** @param size bytes of its content  @param latest the latest stamp that is let in, ms */
export function faultOf(op: PushedOperation, who: Who, size: number, latest: number): Rejected | undefined {
  if (op.schema > NEWEST_SCHEMA) return reject(op, 'schema_unknown');
  if (size > MOST_SET_BYTES[op.kind]) return reject(op, 'too_large');
  const denied = forbidden(op, who);
  if (denied !== undefined) return reject(op, 'forbidden', denied);
  if (op.device === OWN_DEVICE) return reject(op, 'foreign_device');
  if (op.hlc.slice(16) !== op.device) return reject(op, 'invalid', 'hlc');
  if (op.kind !== 'framework' && op.base !== undefined) return reject(op, 'invalid', 'base');
  if (op.kind === 'framework' && op.set['framework'] != null && op.base === undefined) return reject(op, 'invalid', 'base');
  const fault = contentFault(op);
  if (fault !== undefined) return reject(op, 'invalid', fault);
  return millisOf(op.hlc) > latest ? reject(op, 'clock_ahead') : undefined;
}

/** Why a role may not do it. */
function forbidden(op: PushedOperation, who: Who): string | undefined {
  if (RANK[who.role] < RANK.editor) return 'Viewers only read.';
  if (op.kind === 'framework' && who.role !== 'admin') return 'Frameworks are changed by admins.';
  if (op.of === undefined || op.of === who.person) return undefined;
  if (who.role !== 'admin') return 'Somebody else’s tag.';
  const removal = op.kind === 'tag' && Object.keys(op.set).every((field) => field === 'deleted');
  return removal ? undefined : 'Of somebody else’s, only tags can be removed and brought back.';
}
