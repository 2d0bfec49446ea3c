// What the parts of the editor work with: the form, and what was found about a field.
import type { Field as Place } from '../../lib/lint/rule.ts';
import type { Told } from '../../lib/phrases/told-finding.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import type { Field } from '../../lib/state/framework-mend.ts';
import { mendPhrase } from './mend.ts';

export interface Sheet {
  readonly editor: Editor;
  readonly findings: readonly Told[];
}

/** What stands beside fields of a metric (by its key), or of the framework where the key is empty. */
export const beside = ({ findings }: Sheet, metric: string, places: readonly Place[]): readonly Told[] =>
  findings.filter((told) => told.metric === metric && told.muted === undefined && told.field !== undefined && places.includes(told.field));

/** What to mend in a field, in words. */
export function faultIn({ editor }: Sheet, metric: string, field: Field): string | undefined {
  const mend = editor.faultOf(metric, field);
  return mend && mendPhrase(mend);
}
