// What is different between two frameworks, line by line; longer texts stand below their line.
import { diffFrameworks } from '../../lib/formats/framework-diff.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { toldDifference } from '../../lib/phrases/difference.ts';
import { say } from '../../lib/say.ts';

const LONG = 80;
/** More of them are scrolled, by keys as well. */
const IN_VIEW = 4;

export function Differences({ before, after, today }: { before: Framework; after: Framework; today: string }) {
  const told = diffFrameworks(before, after).map((difference) => toldDifference(difference, today));
  if (told.length === 0) return <p class="small muted">{say('fileNoDifference')}</p>;
  return (
    <ul class="differences small" tabIndex={told.length > IN_VIEW ? 0 : undefined}>
      {told.map(({ line, before: old, after: fresh }, i) => {
        const long = Math.max(old?.length ?? 0, fresh?.length ?? 0) > LONG;
        return (
          <li key={i}>
            {line}
            {long && old && <del>{old}</del>}
            {long && fresh && <ins>{fresh}</ins>}
          </li>
        );
      })}
    </ul>
  );
}
