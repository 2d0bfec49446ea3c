// Letting a finding stand: the reason is asked, since the next reader will ask it too.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/say.ts';

export function Muting({ onMute, onClose }: { onMute: (reason: string) => void; onClose: () => void }) {
  const reason = useSignal('');
  const box = useRef<HTMLInputElement>(null);
  // At once, not after the next frame: what is typed right away goes in.
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <form
      class="muting"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.value.trim()) onMute(reason.value.trim());
        else box.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="field">
        <input
          ref={box}
          type="text"
          aria-label={say('frameMuteWhy')}
          placeholder={say('frameMuteWhy')}
          maxLength={500}
          value={reason.value}
          onInput={(event) => (reason.value = event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="btn">
        {say('frameMute')}
      </button>
      <button type="button" class="btn ghost" onClick={onClose}>
        {say('cancel')}
      </button>
    </form>
  );
}
