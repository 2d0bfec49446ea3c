// The contract every export format keeps. A format is one file with one export; add it to the list on the data page.
import type { Estimates } from './estimates.ts';

export interface FormatOptions {
  /** Begin the file with a byte order mark: without one, Excel reads UTF-8 as the system's old code page. */
  readonly mark?: boolean;
}

export interface Format {
  readonly id: 'csv' | 'json';
  /** Without the dot. */
  readonly extension: string;
  /** MIME type, with its character set. */
  readonly type: string;
  /** The file in pieces, in order, so that a long one can be written without holding up the page. */
  write(estimates: Estimates, options?: FormatOptions): Iterable<string>;
}

/** `azimuth-estimates-2026-11-22.csv`. @param day ISO day of the export */
export const fileName = (format: Pick<Format, 'extension'>, day: string): string => `azimuth-estimates-${day}.${format.extension}`;
