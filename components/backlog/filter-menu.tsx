// Choosing what the table shows: one facet at a time, each value with how many rows it would leave.
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Measured } from '../../lib/ask.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Filters } from '../../lib/state/backlog-view.ts';
import { choicesOf, FACETS, type Facet, type Faceted } from '../../lib/state/facets.ts';
import { Icon } from '../shell/icons.tsx';
import { FACET_WORDS, valueWords } from './facet-words.ts';

export interface FilterProps {
  readonly rows: readonly Faceted[];
  /** All, where none are named. */
  readonly facets?: readonly Facet[] | undefined;
  readonly filters: Filters;
  readonly inputs: readonly Measured[];
  readonly onFilter: (facet: Facet, value: string, on: boolean) => void;
}

/** Values drawn at once; the others are found by their name. */
const MOST = 40;

export function FilterMenu({ rows, filters, inputs, onFilter, facets = FACETS }: FilterProps) {
  const facet = useSignal<Facet>(facets[0] ?? 'input');
  const find = useSignal('');
  const choices = useMemo(() => choicesOf(rows, facet.value, filters), [rows, facet.value, filters]);
  const words = choices.map((choice) => ({ ...choice, words: valueWords(facet.value, choice.value, inputs) }));
  const found = words.filter((one) => one.words.toLowerCase().includes(find.value.trim().toLowerCase()));
  const chosen = filters[facet.value] ?? [];
  return (
    <div class="filter-menu">
      <label class="field">
        <span class="quiet">{say('filterBy')}</span>
        <select
          value={facet.value}
          onChange={(event) => {
            facet.value = event.currentTarget.value as Facet;
            find.value = '';
          }}
        >
          {facets.map((one) => (
            <option key={one} value={one}>
              {say(FACET_WORDS[one])}
            </option>
          ))}
        </select>
      </label>
      {choices.length > MOST && (
        <label class="field">
          <Icon name="search" />
          <span class="quiet">{say('filterFind')}</span>
          <input type="search" value={find.value} onInput={(event) => (find.value = event.currentTarget.value)} />
        </label>
      )}
      <fieldset>
        <legend class="quiet">{say(FACET_WORDS[facet.value])}</legend>
        {found.slice(0, MOST).map(({ value, count, words: name }) => (
          <label key={value} class="menu-item">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => onFilter(facet.value, value, event.currentTarget.checked)}
            />
            <span class="cut" dir="auto">
              {name}
            </span>
            <span class="muted">{formatNumber(count)}</span>
          </label>
        ))}
        {found.length > MOST && <p class="small muted">{say('filterMore', formatNumber(found.length - MOST))}</p>}
        {found.length === 0 && <p class="small muted">{say('filterNothing')}</p>}
      </fieldset>
    </div>
  );
}

/** What is filtered by now; each goes away by itself. */
export function FilterChips({ rows, filters, inputs, onFilter, facets = FACETS }: FilterProps) {
  const chosen = facets.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  const counts = useMemo(
    () =>
      new Map(
        facets
          .filter((facet) => filters[facet])
          .map((facet) => [facet, new Map(choicesOf(rows, facet, filters).map((one) => [one.value, one.count]))]),
      ),
    [rows, filters],
  );
  if (chosen.length === 0) return null;
  return (
    <ul class="filter-chips" aria-label={say('filtersOn')}>
      {chosen.map(({ facet, value }) => {
        const name = say('filterValue', say(FACET_WORDS[facet]), valueWords(facet, value, inputs));
        const count = formatNumber(counts.get(facet)?.get(value) ?? 0);
        return (
          <li key={`${facet} ${value}`}>
            <button type="button" class="btn" aria-label={say('filterRemove', name, count)} onClick={() => onFilter(facet, value, false)}>
              <span class="cut" dir="auto">
                {name}
              </span>{' '}
              <span class="muted">{count}</span>
              <Icon name="cross" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
