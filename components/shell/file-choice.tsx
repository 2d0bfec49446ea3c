// "Choose a file": a button like any other, before the browser's own control.
import { useRef } from 'preact/hooks';
import { say } from '../../lib/say.ts';

export interface FileChoiceProps {
  /** As the browser's `accept`: endings and media types. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

export function FileChoice({ accept, onFile }: FileChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="btn" onClick={() => chooser.current?.click()}>
        {say('importChoose')}
      </button>
      <input
        ref={chooser}
        class="quiet"
        type="file"
        tabIndex={-1}
        accept={accept}
        aria-label={say('importChoose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again once it was mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
