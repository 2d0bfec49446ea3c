// What each step of the guide asks: parts of the same form, one at a time.
import { say } from '../../lib/say.ts';
import { type MetricForm, northStarOf, ofRole } from '../../lib/state/framework-form.ts';
import { Icon } from '../shell/icons.tsx';
import { Candidates, Criteria, Gaming, Sceptic, Value } from './choosing.tsx';
import { Choice, Field, YesNo } from './field.tsx';
import { Goals } from './goals.tsx';
import type { StepName } from './guide-steps.ts';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

export function StepBody({ step, sheet }: { step: StepName; sheet: Sheet }) {
  switch (step) {
    case 'value':
      return <Value sheet={sheet} />;
    case 'candidates':
      return (
        <>
          <StarName sheet={sheet} />
          <Candidates sheet={sheet} />
        </>
      );
    case 'criteria':
      return <Criteria sheet={sheet} />;
    case 'gaming':
      return <Gaming sheet={sheet} />;
    case 'sceptic':
      return <Sceptic sheet={sheet} />;
    case 'inputs':
      return <Inputs sheet={sheet} />;
    case 'owners':
      return <Owners sheet={sheet} />;
    case 'targets':
      return <Targets sheet={sheet} />;
  }
}

const boxOf = (sheet: Sheet, { key }: MetricForm, field: 'name' | 'owner') => ({
  fault: faultIn(sheet, key, field),
  onInput: (typed: string) => sheet.editor.change(key, { [field]: typed }),
  onLeave: () => sheet.editor.left(key, field),
});

function StarName({ sheet }: { sheet: Sheet }) {
  const star = northStarOf(sheet.editor.form.value);
  const { editor } = sheet;
  return (
    <Row sheet={sheet} metric={star.key} places={['name', 'kind', 'unit', 'window']}>
      <div class="pair">
        <Field label={say('guideStar')} value={star.name} placeholder={say('guideStarSuch')} {...boxOf(sheet, star, 'name')} />
        <Field
          label={say('frameFrameworkName')}
          value={editor.form.value.name}
          placeholder={say('frameFrameworkNameSuch')}
          fault={faultIn(sheet, '', 'name')}
          onInput={(name) => editor.edit({ name })}
          onLeave={() => editor.left('', 'name')}
        />
      </div>
    </Row>
  );
}

function Inputs({ sheet }: { sheet: Sheet }) {
  const { editor } = sheet;
  const inputs = ofRole(editor.form.value, 'input');
  return (
    <>
      {inputs.map((input, i) => (
        <Row key={input.key} sheet={sheet} metric={input.key} places={['name', 'checks']}>
          <div class="pair">
            <Field
              label={say('guideInput', i + 1)}
              value={input.name}
              placeholder={say('guideInputSuch')}
              {...boxOf(sheet, input, 'name')}
            />
            <Choice
              label={say('frameKind')}
              value={input.kind}
              options={[
                ['count', say('frameCount')],
                ['rate', say('frameRate')],
                ['ratio', say('frameRatio')],
              ]}
              onChoose={(kind) => editor.change(input.key, { kind })}
            />
          </div>
          <YesNo
            label={say('frameCheckInfluenceable')}
            value={input.checks.influenceable}
            onAnswer={(influenceable) => editor.change(input.key, { checks: { ...input.checks, influenceable } })}
          />
          <YesNo
            label={say('frameCheckDrives')}
            value={input.checks.drives}
            onAnswer={(drives) => editor.change(input.key, { checks: { ...input.checks, drives } })}
          />
        </Row>
      ))}
      <button type="button" class="btn" onClick={() => editor.add('input')}>
        <Icon name="plus" />
        {say('frameAddInput')}
      </button>
    </>
  );
}

function Owners({ sheet }: { sheet: Sheet }) {
  const { editor } = sheet;
  const inputs = ofRole(editor.form.value, 'input');
  if (inputs.length === 0) return <p class="muted">{say('guideNoInputs')}</p>;
  return (
    <>
      {inputs.map((input) => (
        <Row key={input.key} sheet={sheet} metric={input.key} places={['owner']}>
          <Field
            label={say('guideOwnerOf', input.name || say('frameUnnamed'))}
            value={input.owner}
            placeholder={say('frameOwnerSuch')}
            {...boxOf(sheet, input, 'owner')}
          />
          <YesNo
            label={say('frameCheckOneTeam')}
            value={input.checks.oneTeam}
            onAnswer={(oneTeam) => editor.change(input.key, { checks: { ...input.checks, oneTeam } })}
          />
        </Row>
      ))}
    </>
  );
}

function Targets({ sheet }: { sheet: Sheet }) {
  const metrics = ofRole(sheet.editor.form.value, 'north-star', 'input');
  return (
    <div class="metric">
      {metrics.map((metric) => (
        <section key={metric.key} aria-label={metric.name || say('frameUnnamed')}>
          <h3>{metric.name || say('frameUnnamed')}</h3>
          <Goals sheet={sheet} form={metric} />
        </section>
      ))}
    </div>
  );
}
