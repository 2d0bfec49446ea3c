// npm run server -- [COMMAND]: the endpoint, and what is done to its data from outside. docs/endpoint.md tells how to run it.
import { createApp } from './app.ts';
import { backup, restore } from './commands/backup.ts';
import { distribute, partition } from './commands/shard.ts';
import { configurationOf, type Configuration } from './environment.ts';
import { migrate } from './migrations/migrate.ts';
import { serve } from './serve.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { brokenAt } from './team/audit.ts';
import { inviteAdmin } from './team/invite.ts';
import { createTeam } from './team/team.ts';

const USAGE = `npm run server                      starts the endpoint
npm run server -- team NAME         makes a team and an invite for its first admin
npm run server -- invite TEAM       makes another invite for an admin
npm run server -- backup FILE       writes everything into FILE
npm run server -- restore FILE      fills an empty database from FILE
npm run server -- audit             checks the audit log of every team
npm run server -- partition PARTS   parts every table by team (PostgreSQL)
npm run server -- citus             distributes every table by team (PostgreSQL with Citus)`;

const open = ({ database, connections, prepare }: Configuration): Store =>
  /^postgres(ql)?:\/\//.test(database) ? openPostgres(database, { connections, prepare }) : openSqlite(database);

async function start(store: Store, configuration: Configuration): Promise<void> {
  await migrate(store);
  const app = createApp({ store, settings: configuration.settings, now: Date.now, report: (line) => console.error(line) });
  const { origin, stop } = await serve(app, configuration);
  console.log(`Listening on ${origin} (${store.kind})`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  console.log('Stopping');
  await stop();
}

async function inviteFor(store: Store, team: string, configuration: Configuration): Promise<void> {
  const { invite, expires } = await inviteAdmin(store, team, Date.now(), configuration.settings);
  console.log(`Invite for an admin, once, until ${new Date(expires).toISOString()}:\nhttps://YOUR-ENDPOINT/join#${invite}`);
}

async function check(store: Store): Promise<void> {
  for (const { team, name } of await store.all<{ team: string; name: string }>('SELECT team, name FROM team ORDER BY team')) {
    const broken = await brokenAt(store, team);
    console.log(`${team} ${name}: ${broken === undefined ? 'whole' : `broken at entry ${broken}`}`);
    if (broken !== undefined) process.exitCode = 1;
  }
}

async function run([command = 'start', argument = '']: readonly string[]): Promise<void> {
  const configuration = configurationOf(process.env);
  const needs = ['team', 'invite', 'backup', 'restore', 'partition'].includes(command);
  if (needs && !argument) throw new Error(USAGE);
  const store = open(configuration);
  try {
    if (command !== 'restore') await migrate(store);
    if (command === 'start') await start(store, configuration);
    else if (command === 'team') {
      const team = await createTeam(store, argument, Date.now());
      console.log(`${team} ${argument}`);
      await inviteFor(store, team, configuration);
    } else if (command === 'invite') await inviteFor(store, argument, configuration);
    else if (command === 'backup') await backup(store, argument, Date.now());
    else if (command === 'restore') {
      const { rows, teams } = await restore(store, argument, Date.now());
      console.log(`${rows} rows of ${teams.length} teams. Whoever was revoked since the backup is a member again: look at the members.`);
    } else if (command === 'audit') await check(store);
    else if (command === 'partition') await partition(store, Number(argument));
    else if (command === 'citus') await distribute(store);
    else throw new Error(USAGE);
  } finally {
    await store.close();
  }
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
