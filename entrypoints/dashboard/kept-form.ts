// The framework's form as it was left, for this tab: it outlives a reload, and going to another view and back.
import type { FrameworkForm } from '../../lib/state/framework-form.ts';

const place = (id: string): string => `framework-form-2/${id}`;

/** @param id of the framework, `new` for one in the making @param form `undefined` when there is nothing to keep */
export function keepForm(id: string, form: FrameworkForm | undefined): void {
  if (form) sessionStorage.setItem(place(id), JSON.stringify(form));
  else sessionStorage.removeItem(place(id));
}

/** An unreadable one counts as none. */
export function keptForm(id: string): FrameworkForm | undefined {
  try {
    const form: unknown = JSON.parse(sessionStorage.getItem(place(id)) ?? '');
    return typeof form === 'object' && form !== null && 'metrics' in form ? (form as FrameworkForm) : undefined;
  } catch {
    return undefined;
  }
}
