// What both imports show before something is stored: how much would change, and the two ways on.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';

export interface SumsProps {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  /** Newer here. */
  readonly older?: number;
  readonly faults: number;
}

export const Sums = ({ fresh, changed, same, older = 0, faults }: SumsProps) => (
  <>
    <dl class="sums">
      <Sum name={say('importNew')} value={fresh} />
      <Sum name={say('importChanged')} value={changed} />
      <Sum name={say('importSame')} value={same} />
      {older > 0 && <Sum name={say('answersOlder')} value={older} />}
      <Sum name={say('importUnread')} value={faults} tone={faults > 0 ? 'warn' : ''} />
    </dl>
    <p class="quiet" role="status">
      {say('importSums', fresh, changed, same + older, faults)}
    </p>
  </>
);

const Sum = ({ name, value, tone = '' }: { name: string; value: number; tone?: string }) => (
  <div>
    <dt class="small muted">{name}</dt>
    <dd class={`figure ${tone}`}>{formatNumber(value)}</dd>
  </div>
);

export interface CheckActsProps {
  /** What the button says that stores; absent where there is nothing to store. */
  readonly due: string | undefined;
  /** Said in its place. */
  readonly none: string;
  /** What the button says that leads to the columns; absent where there are none to choose. */
  readonly back: string | undefined;
  readonly onStore: () => void;
  readonly onBack: () => void;
}

export const CheckActs = ({ due, none, back, onStore, onBack }: CheckActsProps) => (
  <div class="acts">
    {due === undefined ? (
      <p>{none}</p>
    ) : (
      <button type="button" class="btn main" onClick={onStore}>
        {due}
      </button>
    )}
    {back !== undefined && (
      <button type="button" class="btn" onClick={onBack}>
        {back}
      </button>
    )}
  </div>
);
