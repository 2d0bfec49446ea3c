// A long table's names, and the metric each of them means.
import { metricNamed, metricNames } from '../../lib/formats/readings-columns.ts';
import { say } from '../../lib/say.ts';
import type { StepProps } from './import.tsx';

const LEFT_OUT = '-';

export function ImportNames({ importing, metrics }: StepProps) {
  const [mapping, found] = [importing.mapping.value, importing.found.value];
  if (!mapping || !found || found.names.size === 0) return null;
  const known = metricNames(metrics);
  return (
    <div class="names">
      <h3>{say('importNames')}</h3>
      <ul>
        {[...found.names].map(([key, name]) => {
          const chosen = mapping.names.get(key);
          const value = chosen === null ? LEFT_OUT : (chosen ?? metricNamed(name, known) ?? '');
          return (
            <li key={key}>
              <span class="cut" title={name}>
                {name.slice(0, 80)}
              </span>
              <span class={`field${value === '' ? ' open' : ''}`}>
                <select
                  aria-label={say('importNameIs', name.slice(0, 80))}
                  value={value}
                  onChange={(event) => {
                    const to = event.currentTarget.value;
                    void importing.choose({ ...mapping, names: new Map([...mapping.names, [key, to === LEFT_OUT ? null : to]]) });
                  }}
                >
                  {value === '' && <option value="">{say('importUnknown')}</option>}
                  <option value={LEFT_OUT}>{say('importUseNothing')}</option>
                  {metrics.map(({ id, name: metric }) => (
                    <option key={id} value={id}>
                      {metric}
                    </option>
                  ))}
                </select>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
