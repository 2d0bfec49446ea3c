// What left this device: one line for each change the endpoint has, newest first.
import { momentPhrase } from '../../lib/phrases/sync.ts';
import { fieldsPhrase, operationPhrase } from '../../lib/phrases/team.ts';
import { say } from '../../lib/say.ts';
import type { Sent } from '../../lib/sync/state.ts';

export interface SentListProps {
  readonly sent: readonly Sent[];
  readonly more: boolean;
  readonly now: number;
  readonly onMore: () => void;
}

export function SentList({ sent, more, now, onMore }: SentListProps) {
  if (sent.length === 0) return <p class="muted">{say('sentNone')}</p>;
  return (
    <>
      <table>
        <thead class="micro muted">
          <tr>
            <th scope="col">{say('sentWhat')}</th>
            <th scope="col">{say('sentParts')}</th>
            <th scope="col" class="num">
              {say('sentWhen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sent.map((one) => (
            <tr key={one.op}>
              <td dir="auto">{operationPhrase(one)}</td>
              <td class="muted">{fieldsPhrase(one.fields)}</td>
              <td class="num muted">{momentPhrase(one.at, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <div class="acts">
          <button type="button" class="btn" onClick={onMore}>
            {say('sentMore')}
          </button>
        </div>
      )}
    </>
  );
}
