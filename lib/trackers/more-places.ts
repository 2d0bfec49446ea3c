// The places that are only likely, of every tracker. Kept apart from the known ones: most pages never need them.
import { besideTheMain, besideTheRest } from './column.ts';
import { githubMore } from './github.ts';
import { jiraMore } from './jira.ts';
import { linearMore } from './linear.ts';
import { type Place, ranked, type Rung } from './tracker.ts';

const NARROW: Place = ['narrow-column', '2026-11', besideTheRest];
const BESIDE: Place = ['beside-the-main', '2026-11', besideTheMain];
const MORE: Readonly<Record<string, readonly Place[]>> = { github: githubMore, jira: jiraMore, linear: linearMore };

/** What is tried after a tracker's own places; the measured ones alone for a tracker that is not known. */
export const morePlaces = (tracker: string): readonly Rung[] => ranked([NARROW, ...(MORE[tracker] ?? []), BESIDE]);
