// What each member said of a piece of work, and what the team makes of it.
import { answerLines } from '../../lib/phrases/answer.ts';
import { memberName, type Names } from '../../lib/phrases/team.ts';
import { teamLine } from '../../lib/phrases/team-value.ts';
import { say } from '../../lib/say.ts';
import type { Basis } from '../../lib/state/basis.ts';
import type { BacklogRow } from '../../lib/state/ranking.ts';

export interface People {
  /** This device's person; `undefined` before anything was stored. */
  readonly me: string | undefined;
  readonly names: Names;
}

export function TeamAnswers({ row, basis, people }: { row: BacklogRow; basis: Basis; people: People }) {
  const line = teamLine(
    row.tags.map(({ answer }) => answer),
    basis,
  );
  return (
    <section class="answers" aria-label={say('teamAnswers')}>
      <p>
        <b>{line}</b>
      </p>
      <ul>
        {row.tags.map(({ person, answer, effort }) => {
          const { what, why } = answerLines(answer, basis, effort);
          return (
            <li key={person}>
              <b dir="auto">{person === people.me ? say('memberYou') : memberName(person, people.names)}</b>
              <span>{what}</span>
              <span class="muted">{why}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
