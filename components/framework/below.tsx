// Below the tree: what was found, where tickets are asked about, and why it was changed.
import type { Told } from '../../lib/phrases/told-finding.ts';
import { say } from '../../lib/say.ts';
import { conflictsOf } from '../../lib/state/claim-conflicts.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { MuteForm } from '../../lib/state/framework-form.ts';
import { Claims } from './claims.tsx';
import { Findings } from './findings.tsx';
import { Reason } from './reason.tsx';
import type { Sheet } from './sheet.ts';
import { Start } from './start.tsx';
import type { FrameworkVerbs } from './verbs.ts';

export interface BelowProps {
  readonly sheet: Sheet;
  readonly others: readonly Framework[];
  readonly verbs: FrameworkVerbs;
  /** Nothing is said yet: the ways to begin stand here. */
  readonly blank: boolean;
  readonly onModels: () => void;
  readonly onGo: (told: Told) => void;
}

const muteOf = ({ rule, metric }: Told, reason: string): MuteForm => ({ rule, reason, ...(metric && { about: metric }) });

export function Below({ sheet: { editor, findings }, others, verbs, blank, onModels, onGo }: BelowProps) {
  const form = editor.form.value;
  const without = (group: readonly Told[]): MuteForm[] =>
    form.mutes.filter((mute) => !group.some(({ rule, metric }) => mute.rule === rule && (mute.about ?? '') === metric));
  return (
    <div class="below">
      {blank ? (
        <Start onModels={onModels} onGuide={() => verbs.guide('on')} />
      ) : (
        <Findings
          findings={findings}
          onGo={onGo}
          onMute={(group, reason) => editor.edit({ mutes: [...without(group), ...group.map((told) => muteOf(told, reason))] })}
          onUnmute={(group) => editor.edit({ mutes: without(group) })}
        />
      )}
      <Claims
        claims={form.claims}
        read={verbs.readClaims}
        onChange={(claims) => editor.edit({ claims })}
        conflicts={conflictsOf(editor.checked.value.framework, others)}
        name={form.name || say('frameUnnamed')}
        onSettle={verbs.settle}
      />
      {/* The question about another North Star asks for it itself. */}
      {form.version > 0 && editor.star.value !== 'other' && <Reason editor={editor} />}
    </div>
  );
}
