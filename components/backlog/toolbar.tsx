// How the table is looked at: the way of scoring, filters, groups, columns, and views with a name.
import type { Signal } from '@preact/signals';
import { say, type Word } from '../../lib/say.ts';
import { type Column, COLUMNS, orderOf, SCORINGS, type View, withFilter } from '../../lib/state/backlog-view.ts';
import { FACETS, type Facet } from '../../lib/state/facets.ts';
import { Icon } from '../shell/icons.tsx';
import { FACET_WORDS } from './facet-words.ts';
import { FilterMenu, type FilterProps } from './filter-menu.tsx';
import { KINDS } from './columns.tsx';
import { Menu } from './menu.tsx';
import { SCORING_WORDS } from './scoring-words.ts';
import { ViewsMenu, type ViewsProps } from './views-menu.tsx';

/** The menu that filters. */
export function FilterButton({
  view,
  menu,
  onLook,
  ...of
}: Pick<ToolbarProps, 'view' | 'menu' | 'onLook' | 'rows' | 'inputs'> & Pick<FilterProps, 'facets'>) {
  const { facets } = of;
  const set = Object.entries(view.filters).filter(([facet]) => !facets || facets.some((one) => one === facet));
  const filters = set.reduce((sum, [, values]) => sum + values.length, 0);
  return (
    <Menu
      name="filter"
      open={menu}
      title={say('filterBy')}
      end
      label={
        <>
          <Icon name="filter" />
          {say('filterMenu')}
          {filters > 0 && <b>{filters}</b>}
        </>
      }
    >
      {() => (
        <FilterMenu
          {...of}
          filters={view.filters}
          onFilter={(facet, value, on) => onLook({ ...view, filters: withFilter(view.filters, facet, value, on) })}
        />
      )}
    </Menu>
  );
}

export interface ToolbarProps extends Pick<FilterProps, 'rows' | 'inputs'>, ViewsProps {
  readonly view: View;
  readonly menu: Signal<string | undefined>;
  readonly onLook: (view: View) => void;
}

const columnWord = (column: Column): Word => (column === 'range' ? 'backlogRange' : KINDS[column].word);

export function Toolbar({ view, menu, rows, inputs, onLook, ...views }: ToolbarProps) {
  return (
    <>
      <label class="btn select">
        <span class="quiet">{say('scoringBy')}</span>
        <select
          value={view.scoring}
          onChange={(event) => {
            const scoring = SCORINGS.find((one) => one === event.currentTarget.value) ?? 'gain';
            onLook({ ...view, scoring, sort: orderOf(scoring) });
          }}
        >
          {SCORINGS.map((one) => (
            <option key={one} value={one}>
              {say(SCORING_WORDS[one])}
            </option>
          ))}
        </select>
      </label>
      <FilterButton {...{ view, menu, rows, inputs, onLook }} />
      <Menu
        name="group"
        open={menu}
        title={say('groupBy')}
        end
        label={view.group ? say('filterValue', say('groupMenu'), say(FACET_WORDS[view.group])) : say('groupMenu')}
      >
        {() => <GroupChoice view={view} onLook={(next) => ((menu.value = undefined), onLook(next))} />}
      </Menu>
      <Menu name="columns" open={menu} title={say('columnsMenu')} end label={say('columnsMenu')}>
        {() =>
          COLUMNS.map((column) => (
            <label key={column} class="menu-item">
              <input
                type="checkbox"
                checked={view.columns.includes(column)}
                disabled={view.columns.length === 1 && view.columns[0] === column}
                onChange={({ currentTarget: { checked } }) =>
                  onLook({ ...view, columns: COLUMNS.filter((one) => (one === column ? checked : view.columns.includes(one))) })
                }
              />
              <span>{say(columnWord(column))}</span>
            </label>
          ))
        }
      </Menu>
      <Menu name="views" open={menu} title={say('viewsMenu')} end label={say('viewsMenu')}>
        {() => <ViewsMenu {...views} onGo={(one) => ((menu.value = undefined), views.onGo(one))} />}
      </Menu>
    </>
  );
}

function GroupChoice({ view, onLook }: Pick<ToolbarProps, 'view' | 'onLook'>) {
  const choice = (group: Facet | undefined, words: Word) => (
    <button key={words} type="button" class="menu-item" aria-pressed={view.group === group} onClick={() => onLook({ ...view, group })}>
      {say(words)}
    </button>
  );
  return (
    <>
      {choice(undefined, 'groupNone')}
      {FACETS.map((facet) => choice(facet, FACET_WORDS[facet]))}
    </>
  );
}
