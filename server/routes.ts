// Every route there is.
import type { Route } from './route.ts';
import { joining } from './routes/join.ts';
import { operations } from './routes/operations.ts';
import { reading } from './routes/reading.ts';
import { people } from './routes/people.ts';
import { team } from './routes/team.ts';

export const ROUTES: readonly Route[] = [...joining, ...operations, ...team, ...people, ...reading];
