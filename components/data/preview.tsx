// The first rows of the file to come.
import { say } from '../../lib/say.ts';
import type { Previewed } from '../../lib/state/exporting.ts';

/** Characters of a cell that are shown; the file has them all. */
const CELL = 80;

export function Preview({ previewed: { rows, text } }: { previewed: Previewed }) {
  const [head = [], ...body] = rows;
  return (
    <div class="preview">
      <h3>{say('dataPreview')}</h3>
      {rows.length === 0 ? (
        <pre tabIndex={0} role="region" aria-label={say('dataPreview')}>
          {text}
        </pre>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={say('dataPreview')}>
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {body.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j} class={typeof cell === 'number' ? 'num' : ''} dir="auto">
                      {typeof cell === 'string' ? cell.slice(0, CELL) : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
