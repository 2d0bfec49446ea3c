// The view "Import and export".
import { ExportView } from '../../components/data/data.tsx';
import { Earlier } from '../../components/data/earlier.tsx';
import { ImportView } from '../../components/data/import.tsx';
import { createImports } from '../../lib/state/import-kind.ts';
import { say } from '../../lib/say.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { Desk, Room } from './desk.ts';
import { exportingFrom } from './exporting.ts';
import { createEarlier, createImporting } from './import.ts';
import { createAnswersImporting, saveFaults } from './import-answers.ts';

export function createData(desk: () => Desk): Room & { readonly storing: () => boolean } {
  const imports = createImports(createImporting(desk), createAnswersImporting(desk));
  const earlier = createEarlier(desk);
  const exporting = exportingFrom(desk, () => undefined);
  let target: string | undefined;
  let arrived = '';

  return {
    storing: () => earlier.taking.value?.at === 'undoing' || imports.busy.value,
    refresh: async (db) => {
      const row = desk().chosen.value?.id;
      if (row !== target) {
        imports.readings.retarget();
        void imports.answers.retarget();
      }
      target = row;
      await earlier.refresh(db);
      // The filter and the sample come with the address; what is ticked here afterwards stays.
      const { find = '', sample } = desk().route.value.params;
      const here = JSON.stringify([find, sample]);
      if (here !== arrived) exporting.choice.value = { ...exporting.choice.peek(), find, sample: sample === '1' };
      arrived = here;
      await exporting.look();
    },
    draw: () => (
      <div class="data">
        <header class="top">
          <h1 tabIndex={-1}>{say('shellData')}</h1>
        </header>
        <ImportView imports={imports} framework={desk().chosen.value?.framework} today={dayHere(new Date())} onSaveRows={saveFaults} />
        {imports[imports.kind.value].step.value.at === 'begin' && <Earlier earlier={earlier} today={dayHere(new Date())} />}
        {imports[imports.kind.value].step.value.at === 'begin' && <ExportView exporting={exporting} />}
      </div>
    ),
  };
}
