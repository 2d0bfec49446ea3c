// What else a request changes, beside what it is about.
import type { Message } from '../messages.ts';

/** After these another ticket may be asked about, or answered, than before: badges are painted anew. */
export const REPAINTING: ReadonlySet<Message['ask']> = new Set([
  ...(['save', 'undo', 'claim', 'never'] as const),
  ...(['saveFramework', 'removeFramework', 'undoOperation', 'removeTag', 'saveTags', 'removeTags', 'undoTags'] as const),
  ...(['loadSample', 'removeSample', 'allowHere', 'addAlias', 'removeAlias'] as const),
]);
/** After these any row of any list may say something else. What answers one ticket tells of that ticket by itself. */
export const RETELLING: ReadonlySet<Message['ask']> = new Set([
  ...(['claim', 'never', 'saveFramework', 'removeFramework', 'logReading', 'importReadings', 'undoImport'] as const),
  ...(['undoOperation', 'removeTag', 'saveTags', 'removeTags', 'undoTags', 'addAlias', 'removeAlias'] as const),
  ...(['loadSample', 'removeSample', 'allowHere'] as const),
]);
/** After these there may be something that a team does not have yet. */
export const WRITING: ReadonlySet<Message['ask']> = new Set([
  ...(['save', 'undo', 'claim', 'saveFramework', 'removeFramework', 'logReading', 'importReadings', 'undoImport'] as const),
  ...(['undoOperation', 'removeTag', 'saveTags', 'removeTags', 'undoTags', 'saveRecord', 'removeRecord'] as const),
]);
