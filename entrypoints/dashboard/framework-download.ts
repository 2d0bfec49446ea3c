// The framework as a file to keep, with its readings.
import { writeFramework } from '../../lib/formats/framework-json.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { slug } from '../../lib/state/framework-check.ts';
import type { Db } from '../../lib/store/db.ts';
import { readingsOf } from '../../lib/store/read.ts';
import { download } from './download.ts';

/** @param framework as it stands in the form */
export async function downloadFramework(db: Db, team: string, framework: Framework): Promise<void> {
  const rows = [...(await readingsOf(db, team, framework)).values()].flat();
  const readings = rows.map(({ metric, date, value, source, origin }) => ({
    ...{ framework: framework.id, metric, date, value, source },
    ...(origin !== undefined && { origin }),
  }));
  download(`${slug(framework.name, 'framework')}.azimuth.json`, 'application/json', [writeFramework(framework, readings)]);
}
