// Under a metric: its log form while that is open, then what was saved and the way back.
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { LogForm } from './log-form.tsx';
import type { Logging } from './logging.ts';

/** @param named whether the slot stands away from its metric and has to name it */
export function LogSlot({ status, logging, named = false }: { status: MetricStatus; logging: Logging; named?: boolean }) {
  const { id, name } = status.metric;
  const content = slotOf(status, logging);
  if (!named || !content) return content;
  return (
    <div class="slot">
      <h3>{logging.open === id ? say('statusLogOf', name) : name}</h3>
      {content}
    </div>
  );
}

function slotOf(status: MetricStatus, logging: Logging) {
  const { id } = status.metric;
  if (logging.open === id) {
    return (
      <LogForm
        status={status}
        draft={logging.draft(status)}
        onDraft={(draft) => logging.setDraft(id, draft)}
        onLog={(value, date) => logging.log(status, value, date)}
        onClose={() => logging.toggle(id)}
        many={logging.many?.(id)}
      />
    );
  }
  if (logging.said?.metric !== id) return null;
  return (
    <p class="said small">
      {/* The popup's one status region says it aloud. */}
      <span aria-hidden="true">{logging.said.text}</span>
      {logging.said.op !== undefined && (
        <button type="button" class="link" onClick={() => void logging.undo()}>
          {say('undo')}
        </button>
      )}
    </p>
  );
}
