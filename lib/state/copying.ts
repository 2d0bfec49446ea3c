// What an export puts on the clipboard, whole: the browser takes nothing in pieces there.
import type { ExportContext, Format, Rows } from '../formats/format.ts';
import { writePlain } from '../formats/rich-table.ts';
import { blobOf } from './blob.ts';

/** By MIME type: a table as HTML and as text, all else as text. @throws the context's reason once it is called off */
export async function copyParts(format: Format, rows: () => Rows, context: ExportContext): Promise<Readonly<Record<string, Blob>>> {
  const made = format.id === 'rich' ? writePlain(rows(), context) : format.write(rows(), context);
  const plain = await blobOf(made, 'text/plain', context.signal);
  if (format.id !== 'rich') return { 'text/plain': plain };
  return { 'text/plain': plain, 'text/html': await blobOf(format.write(rows(), context), 'text/html', context.signal) };
}
