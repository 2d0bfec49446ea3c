// The dashboard's frame: rail, view, and what lies over both.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Keys } from './keys.tsx';
import { Rail, type RailProps } from './rail.tsx';
import { RemoveSample, type RemoveSampleProps } from './remove-sample.tsx';
import { type Toast, ToastBar } from './toast.tsx';

export interface ShellProps {
  readonly rail: ReadonlySignal<RailProps>;
  readonly toast: Signal<Toast | undefined>;
  readonly keys: Signal<boolean>;
  /** What would go with the sample, while that is being asked. */
  readonly removing: ReadonlySignal<RemoveSampleProps | undefined>;
  readonly children: ComponentChildren;
}

export function Shell({ rail, toast, keys, removing, children }: ShellProps) {
  return (
    <div class="app">
      <Rail {...rail.value} />
      <main>{children}</main>
      <ToastBar toast={toast.value} onClose={() => (toast.value = undefined)} />
      {keys.value && <Keys onClose={() => (keys.value = false)} />}
      {removing.value && <RemoveSample {...removing.value} />}
    </div>
  );
}
