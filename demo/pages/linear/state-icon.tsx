/** @jsxImportSource react */
import { Icon } from '../react/icon.tsx';
import type { State } from './issues.ts';

const SHAPES = { 'In Progress': 'started', Todo: 'todo', Backlog: 'backlog' } as const;
const COLORS: Record<State, string> = { 'In Progress': '#d69a1d', Todo: 'currentColor', Backlog: 'currentColor' };

/** The ring of a state, in its colour. */
export function StateIcon({ state, size = 14 }: { state: State; size?: number }) {
  return (
    <span style={{ color: COLORS[state], display: 'inline-flex' }}>
      <Icon name={SHAPES[state]} size={size} label={state} />
    </span>
  );
}
