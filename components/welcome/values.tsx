// The second step: put in today's values.
import { formatReading } from '../../lib/impact/shown.ts';
import { shortName } from '../../lib/phrases/answer.ts';
import { say } from '../../lib/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome.ts';
import { stagesOf, Step } from './step.tsx';

const SHOWN = 5;

export function Values({ model }: { model: WelcomeModel }) {
  const { status } = model;
  const inputs = status?.inputs.slice(0, SHOWN) ?? [];
  const more = (status?.inputs.length ?? 0) - inputs.length;
  return (
    <Step number={2} stage={stagesOf(model)[1]} title={say('welcomeValues')}>
      {inputs.length === 0 ? (
        <p class="muted">{say('welcomeValuesHow')}</p>
      ) : (
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{say('welcomeInput')}</th>
              <th scope="col">{say('welcomeIsNow')}</th>
              <th scope="col">{say('welcomeIn90')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(({ metric, last }) => (
              <tr key={metric.id}>
                <th scope="row">{shortName(metric)}</th>
                <td>{last ? formatReading(metric, last.value) : '–'}</td>
                <td class="muted">{metric.target ? formatReading(metric, metric.target.value) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p class="small muted">{say('welcomeMore', more)}</p>}
      {status && (
        <div class="acts">
          <a class="btn" href="/dashboard.html#/status">
            {say('popupLog')}
          </a>
        </div>
      )}
    </Step>
  );
}
