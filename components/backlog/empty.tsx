// No answers yet: what would be here, and the shortest ways to it.
import { say } from '../../lib/say.ts';

/** Ends and middles of the ranges in the picture, 0..1; zero stands at 0.24. */
const GHOSTS = [
  [0.58, 0.77, 1],
  [0.46, 0.61, 0.88],
  [0.29, 0.45, 0.66],
  [0.07, 0.34, 0.65],
  [0.25, 0.39, 0.52],
  [0.14, 0.28, 0.44],
  [0.24, 0.31, 0.4],
] as const;
const [WIDTH, LEFT, ZERO] = [200, 4, 0.24];

function Ghosts() {
  const x = (share: number): number => LEFT + share * WIDTH;
  return (
    <svg class="ghosts" width="216" height="216" viewBox="0 0 216 216" aria-hidden="true">
      {GHOSTS.map(([from, mean, to], i) => (
        <g key={from} transform={`translate(0 ${14 + i * 26})`}>
          <rect x={x(from)} y="-3" width={x(to) - x(from)} height="6" />
          <path class="mean" d={`M${x(mean)} -6V6`} />
        </g>
      ))}
      <path class="zero" d={`M${x(ZERO)} 0V188`} />
      <text x={x(ZERO) - 26} y="206" text-anchor="middle">
        {say('backlogLoss')}
      </text>
      <text x={x(ZERO)} y="206" text-anchor="middle">
        0
      </text>
      <text x={x(0.6)} y="206" text-anchor="middle">
        {say('backlogGain')}
      </text>
    </svg>
  );
}

export interface EmptyProps {
  /** Whether there is a framework to answer under. */
  readonly framework: boolean;
  /** A list of tickets the framework claims, to go and answer one, and its name. */
  readonly tickets: { readonly url: string; readonly place: string } | undefined;
  /** Absent when the sample is there already. */
  readonly onSample: (() => void) | undefined;
}

export function Empty({ framework, tickets, onSample }: EmptyProps) {
  return (
    <section class="empty">
      <div>
        <h2>{say(framework ? 'backlogEmpty' : 'backlogNoFramework')}</h2>
        <p class="muted">{say(framework ? 'backlogEmptyWhy' : 'backlogNoFrameworkWhy')}</p>
        <div class="acts">
          {tickets && (
            <a class="btn main" href={tickets.url} target="_blank" rel="noopener noreferrer">
              {say('backlogOpenPlace', tickets.place)}
            </a>
          )}
          <a class={`btn${tickets ? '' : ' main'}`} href="/welcome.html">
            {say('backlogOpenWelcome')}
          </a>
          {onSample && (
            <button type="button" class="btn ghost" onClick={onSample}>
              {say('backlogTrySample')}
            </button>
          )}
        </div>
      </div>
      <Ghosts />
    </section>
  );
}
