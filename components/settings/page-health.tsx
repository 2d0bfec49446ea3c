// Page health: for each kind of page, which place served last, which failed before it, and when.
import type { Health, SurfaceHealth } from '../../lib/model/health.ts';
import { checksOf } from '../../lib/phrases/health.ts';
import { say } from '../../lib/say.ts';
import { surfacePhrase, TRACKER_NAMES } from './surface-words.ts';

export interface PageHealthProps {
  readonly health: Health;
  copy(): void;
}

function placeOf({ last }: SurfaceHealth): string {
  if (last.rung === 'dock') return say('healthDocked', last.tried.length);
  if (last.rung === 'chosen') return say('healthChosen');
  return last.rung === 'edge' ? say('healthEdge') : say('healthServed', last.rung);
}

function Surface({ name, known }: { name: string; known: SurfaceHealth }) {
  const [tracker = '', surface = ''] = name.split('/');
  const checks = checksOf(known.last);
  const good = checks.filter((check) => check.good).length;
  const { tried, rows } = known.last;
  return (
    <li>
      <p>
        <b>
          {TRACKER_NAMES[tracker as keyof typeof TRACKER_NAMES]}, {surfacePhrase(surface)}
        </b>
        <span class={good === checks.length ? 'muted' : 'warn'}>{say('healthOf', good, checks.length)}</span>
        <time class="muted">{known.at}</time>
      </p>
      <p class="small muted">{placeOf(known)}</p>
      {tried.length > 0 && <p class="small muted">{say('healthTried', tried.join(', '))}</p>}
      {rows && <p class="small muted">{say('healthRowsOf', rows.chips, rows.of)}</p>}
    </li>
  );
}

export function PageHealth({ health, copy }: PageHealthProps) {
  const known = Object.entries(health).toSorted(([one], [other]) => one.localeCompare(other));
  return (
    <>
      <p class="muted">{say(known.length > 0 ? 'settingsHealthWhat' : 'settingsHealthNone')}</p>
      {known.length > 0 && (
        <>
          <ul class="health">
            {known.map(([name, one]) => (
              <Surface key={name} name={name} known={one} />
            ))}
          </ul>
          <div class="acts">
            <button type="button" class="btn" onClick={copy}>
              {say('healthCopy')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
