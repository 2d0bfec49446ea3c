// What there is to say of a framework's file: what is wrong with the file, else what the linter finds in the framework.
import { type FileProblem, pathText } from '../lib/formats/file-problem.ts';
import { placesIn, readFramework } from '../lib/formats/framework-json.ts';
import type { Path } from '../lib/formats/json-text.ts';
import { type Finding, lint } from '../lib/lint/lint.ts';
import type { Level } from '../lib/lint/rule.ts';
import { RULES } from '../lib/lint/rules.ts';
import { Framework, Rituals, Validation } from '../lib/model/framework.ts';
import type { Dated } from '../lib/model/metric.ts';
import type { Reading } from '../lib/model/reading.ts';
import { fileProblemPhrase } from '../lib/phrases/file-problem.ts';
import { findingPhrase } from '../lib/phrases/finding.ts';

export interface Entry {
  /** `unreadable` is no level of the linter's: there is no framework to look at. */
  readonly level: 'unreadable' | Level;
  /** The linter's rule, or `file/` and what is wrong with the file. */
  readonly rule: string;
  /** Numbers of the requirements and their document, where it is the linter's. */
  readonly requirement: readonly number[];
  readonly source?: string;
  /** The id and name of the metric it is about. */
  readonly about?: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly line: number;
  readonly what: string;
  /** Absent where `what` says it already. */
  readonly todo?: string;
  /** Why somebody lets it stand. */
  readonly muted?: string;
}

export interface Report {
  readonly framework?: { readonly name: string; readonly version: number; readonly metrics: number; readonly readings: number };
  readonly entries: readonly Entry[];
}

const problemEntry = (problem: FileProblem, level: Entry['level']): Entry => ({
  ...{ level, rule: `file/${problem.code}`, requirement: [], path: problem.path, line: problem.line },
  what: fileProblemPhrase(problem),
});

/** A field that is not spelled right is lost, and whoever wrote it should hear of it. */
const noteLevel = ({ code }: FileProblem): Level => (code === 'unknown-field' ? 'warning' : 'note');

function pathOf({ about, field }: Finding, { metrics }: Framework): Path {
  const metric = metrics.findIndex(({ id }) => id === about);
  const inside = field === undefined || field === 'readings' ? [] : [field];
  if (metric >= 0) return ['framework', 'metrics', metric, ...inside];
  if (field === undefined || field in Framework.shape) return ['framework', ...inside];
  if (field in Validation.shape) return ['framework', 'validation', ...inside];
  return field in Rituals.shape ? ['framework', 'rituals', ...inside] : ['readings'];
}

function findingEntry(finding: Finding, framework: Framework, path: Path, line: number): Entry {
  const { rule, level, muted } = finding;
  const about = framework.metrics.find(({ id }) => id === finding.about);
  const { requirement = [], source } = RULES.find(({ id }) => id === rule) ?? {};
  return {
    ...{ level, rule, requirement, ...(source !== undefined && { source }) },
    ...(about && { about: { id: about.id, name: about.name } }),
    ...{ path: pathText(path), line, ...findingPhrase(finding, framework) },
    ...(muted !== undefined && { muted }),
  };
}

function datedOf(readings: readonly Reading[]): ReadonlyMap<string, readonly Dated[]> {
  const byMetric = Map.groupBy(readings, ({ metric }) => metric);
  return new Map([...byMetric].map(([metric, some]) => [metric, some.toSorted((a, b) => (a.date < b.date ? -1 : 1))]));
}

/** @param today ISO day */
export function reportOn(text: string, today: string): Report {
  const read = readFramework(text);
  if (!read.ok) return { entries: read.problems.map((problem) => problemEntry(problem, 'unreadable')) };
  const { framework, readings, notes } = read;
  const findings = lint({ framework, today, readings: datedOf(readings) });
  const paths = findings.map((finding) => pathOf(finding, framework));
  const places = placesIn(text, paths);
  return {
    framework: { name: framework.name, version: framework.version, metrics: framework.metrics.length, readings: readings.length },
    entries: [
      ...notes.map((note) => problemEntry(note, noteLevel(note))),
      ...findings.map((finding, i) => findingEntry(finding, framework, paths[i] ?? [], places[i]?.line ?? 1)),
    ],
  };
}
