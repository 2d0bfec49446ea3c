// The frameworks of a file, and the one here that what belongs to each goes to.
import { homesOf } from '../../lib/formats/answers-plan.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { AnswersImport } from '../../lib/state/answers-steps.ts';

const LEFT_OUT = '-';

export function Places({ importing }: { importing: AnswersImport }) {
  const [own, homes, choices] = [importing.source.value?.own, importing.homes.value, importing.choices.value];
  if (!own) return null;
  const counts = new Map<string, number>();
  for (const id of [...own.given.map(({ answer }) => answer.framework), ...own.records.map(({ record }) => record.framework)])
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const usual = homesOf(counts.keys(), homes, own.rough);
  return (
    <div class="names">
      <h3>{say('answersPlaces')}</h3>
      <ul>
        {[...counts].map(([id, count]) => {
          const here = usual.get(id);
          const name = (own.frameworks.find((one) => one.id === id)?.name ?? id).slice(0, 80) || (here?.name ?? '');
          const chosen = choices.homes.get(id);
          const value = (chosen === undefined ? here?.id : chosen) ?? LEFT_OUT;
          return (
            <li key={id}>
              <span>
                <span class="cut">{name}</span>
                <span class="small muted">
                  {say(count === 1 ? 'entriesCountOne' : 'entriesCount', formatNumber(count))}
                  {!here && ` · ${say('answersNotHere')}`}
                </span>
              </span>
              <span class={`field${value === LEFT_OUT ? ' open' : ''}`}>
                <select
                  aria-label={say('answersPlaceOf', name)}
                  value={value}
                  onChange={(event) => {
                    const to = event.currentTarget.value;
                    void importing.choose({ homes: new Map([...choices.homes, [id, to === LEFT_OUT ? null : to]]) });
                  }}
                >
                  <option value={LEFT_OUT}>{say('importUseNothing')}</option>
                  {homes.map((home) => (
                    <option key={`${home.team}/${home.id}`} value={home.id}>
                      {home.name}
                    </option>
                  ))}
                </select>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
