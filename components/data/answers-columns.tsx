// What each column of a sheet is, beside its first rows; and below, everything about it that is taken for something: the input, the
// place of its keys, what a class of impact and a word of confidence mean.
import { bodyOf, guessHeading, headingsOf } from '../../lib/formats/readings-columns.ts';
import { guessSheet, SHEET_USES, type SheetUse, withSheetUse } from '../../lib/formats/sheet-columns.ts';
import { say } from '../../lib/say.ts';
import type { AnswersImport } from '../../lib/state/answers-steps.ts';
import { Icon } from '../shell/icons.tsx';
import { AnswersMeaning } from './answers-meaning.tsx';
import { QUESTION_WORDS, SHEET_WORDS, USE_WORDS } from './answers-words.ts';

const ROWS = 6;
/** Characters of a cell that are shown. */
const CELL = 60;

export function AnswersColumns({ importing }: { importing: AnswersImport }) {
  const [source, mapping, questions] = [importing.source.value, importing.mapping.value, importing.questions.value];
  if (!source?.table || !mapping) return null;
  const { table, encoding } = source;
  const headings = headingsOf(table, mapping.heading);
  const ready = questions?.length === 0;
  return (
    <div class="columns">
      {encoding === 'windows-1252' && <p class="note small">{say('importEncoding')}</p>}
      <div class="how">
        <label class="option">
          <input
            type="checkbox"
            checked={mapping.heading}
            onChange={() => void importing.map({ ...mapping, ...guessSheet(table, !mapping.heading) })}
          />
          <span>{say('importHeading')}</span>
        </label>
        {mapping.sheet && mapping.heading === guessHeading(table) && <span class="small muted">{say(SHEET_WORDS[mapping.sheet])}</span>}
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('importSample')}>
        <table class="sample">
          <thead>
            <tr>
              {headings.map((heading, column) => (
                <th key={column} scope="col" class={mapping.uses[column] === 'nothing' ? 'unused' : ''}>
                  <span class="cut heading" title={heading.slice(0, 300)}>
                    {heading.slice(0, CELL) || say('importColumn', column + 1)}
                  </span>
                  <span class="field">
                    <select
                      aria-label={say('importUseOf', heading.slice(0, CELL) || say('importColumn', column + 1))}
                      value={mapping.uses[column]}
                      onChange={(event) => void importing.map(withSheetUse(mapping, column, event.currentTarget.value as SheetUse))}
                    >
                      {SHEET_USES.map((use) => (
                        <option key={use} value={use}>
                          {say(USE_WORDS[use])}
                        </option>
                      ))}
                    </select>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodyOf(table, mapping.heading)
              .slice(0, ROWS)
              .map(({ number, cells }) => (
                <tr key={number}>
                  {headings.map((_, column) => (
                    <td key={column} class={mapping.uses[column] === 'nothing' ? 'unused' : ''}>
                      <span class="cut">{cells[column]?.slice(0, CELL)}</span>
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <AnswersMeaning importing={importing} />
      <ul class="asked" aria-live="polite">
        {questions?.map((question) => (
          <li key={question} class="small">
            <Icon name="warning" />
            <span>{say(QUESTION_WORDS[question])}</span>
          </li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="btn main" aria-disabled={!ready} onClick={() => ready && void importing.check()}>
          {say('importToCheck')}
        </button>
        <span class="muted small">{say('importNothingYet')}</span>
      </div>
    </div>
  );
}
