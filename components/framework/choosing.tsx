// The parts of choosing a North Star, each of which stands on the framework's page and is a step of the guide.
import { say, type Word } from '../../lib/say.ts';
import { type FrameworkForm, northStarOf, QUESTIONS, type QuestionName, type ValidationForm } from '../../lib/state/framework-form.ts';
import type { Field as FieldName } from '../../lib/state/framework-mend.ts';
import { Icon } from '../shell/icons.tsx';
import { Area, Choice, Field, Select, YesNo } from './field.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

type Texts = 'name' | 'value' | 'scope' | 'rationale';

/** What most boxes of these parts need: their value, what is wrong with it, and where a change goes. */
function own(sheet: Sheet, field: FieldName) {
  return { fault: faultIn(sheet, '', field), onLeave: () => sheet.editor.left('', field) };
}
const text = (sheet: Sheet, field: Texts) => ({
  ...own(sheet, field),
  value: sheet.editor.form.value[field],
  onInput: (typed: string) => sheet.editor.edit({ [field]: typed }),
});
const validation = (sheet: Sheet, part: Partial<ValidationForm>): void =>
  sheet.editor.edit({ validation: { ...sheet.editor.form.value.validation, ...part } });

const ARCHETYPES: readonly (readonly [FrameworkForm['archetype'], Word])[] = [
  ['', 'frameNotSaid'],
  ['attention', 'frameAttention'],
  ['transaction', 'frameTransaction'],
  ['productivity', 'frameProductivity'],
  ['user-generated', 'frameUserGenerated'],
];

/** Requirements 26, 22. */
export function Value({ sheet }: { sheet: Sheet }) {
  return (
    <Row sheet={sheet} places={['value', 'archetype']} holds={sheet.editor.form.value.value.trim() && say('frameHoldsValue')}>
      <Area label={say('frameValue')} placeholder={say('frameValueSuch')} hint={say('frameValueHow')} {...text(sheet, 'value')} />
      <Select
        label={say('frameArchetype')}
        value={sheet.editor.form.value.archetype}
        options={ARCHETYPES.map(([value, word]) => [value, say(word)] as const)}
        onChoose={(archetype) => sheet.editor.edit({ archetype })}
      />
    </Row>
  );
}

/** Requirements 28, 37: what was considered, and why not. */
export function Candidates({ sheet }: { sheet: Sheet }) {
  const { editor } = sheet;
  const { rejected } = editor.form.value;
  const star = northStarOf(editor.form.value);
  const set = (at: number, part: Partial<FrameworkForm['rejected'][number]>): void => {
    const before = rejected[at];
    if (before) editor.edit({ rejected: rejected.with(at, { ...before, ...part }) });
  };
  return (
    <Row
      sheet={sheet}
      places={['rejected', 'rationale']}
      holds={rejected.filter(({ name, why }) => name.trim() && why.trim()).length >= 2 && say('frameHoldsRejected')}
    >
      <Area
        label={say('frameRationale', star.name || say('frameTheNorthStar'))}
        placeholder={say('frameRationaleSuch')}
        {...text(sheet, 'rationale')}
      />
      <div class="labelled">
        <h3 class="small">{say('frameRejected')}</h3>
        {rejected.map(({ name, why }, at) => (
          <div class="candidate" key={at}>
            <Field
              label={say('frameRejectedName', at + 1)}
              quiet
              value={name}
              placeholder={say('frameRejectedNameSuch')}
              {...own(sheet, 'rejected')}
              onInput={(typed) => set(at, { name: typed })}
            />
            <Field
              label={say('frameRejectedWhy', name || at + 1)}
              quiet
              value={why}
              placeholder={say('frameRejectedWhySuch')}
              onInput={(typed) => set(at, { why: typed })}
            />
            <button
              type="button"
              class="icon"
              aria-label={say('removeInput', name || String(at + 1))}
              onClick={() => editor.edit({ rejected: rejected.toSpliced(at, 1) })}
            >
              <Icon name="cross" />
            </button>
          </div>
        ))}
        <button type="button" class="link small" onClick={() => editor.edit({ rejected: [...rejected, { name: '', why: '' }] })}>
          {say('frameRejectedAdd')}
        </button>
      </div>
    </Row>
  );
}

const ASKED: Readonly<Record<QuestionName, Word>> = {
  customerValue: 'frameAskCustomerValue',
  measurable: 'frameAskMeasurable',
  influenceable: 'frameAskInfluenceable',
  leading: 'frameAskLeading',
  revenue: 'frameAskRevenue',
  simple: 'frameAskSimple',
  frequent: 'frameAskFrequent',
};

/** Requirements 29 to 31, and the interviews of 27. */
export function Criteria({ sheet }: { sheet: Sheet }) {
  const { answers, interviews } = sheet.editor.form.value.validation;
  return (
    <Row
      sheet={sheet}
      places={['validation', ...QUESTIONS, 'interviews', 'correlations']}
      holds={QUESTIONS.every((question) => answers[question] === true) && say('frameHoldsCriteria')}
    >
      <div class="labelled">
        <h3 class="small">{say('frameCriteria')}</h3>
        {QUESTIONS.map((question) => (
          <YesNo
            key={question}
            label={say(ASKED[question])}
            value={answers[question]}
            onAnswer={(answer) => validation(sheet, { answers: { ...answers, [question]: answer } })}
          />
        ))}
      </div>
      <Field
        label={say('frameInterviews')}
        value={interviews}
        numeric
        unit={say('frameInterviewsUnit')}
        {...own(sheet, 'interviews')}
        onInput={(typed) => validation(sheet, { interviews: typed })}
      />
    </Row>
  );
}

/** Requirement 34. */
export function Gaming({ sheet }: { sheet: Sheet }) {
  return (
    <Row sheet={sheet} places={['gaming']} holds={sheet.editor.form.value.validation.gaming.trim() && say('frameHoldsGaming')}>
      <Area
        label={say('frameGaming')}
        value={sheet.editor.form.value.validation.gaming}
        placeholder={say('frameGamingSuch')}
        hint={say('frameGamingHow')}
        {...own(sheet, 'gaming')}
        onInput={(gaming) => validation(sheet, { gaming })}
      />
    </Row>
  );
}

/** Requirement 35. */
export function Sceptic({ sheet }: { sheet: Sheet }) {
  const { sceptic } = sheet.editor.form.value.validation;
  const set = (part: Partial<typeof sceptic>): void => validation(sheet, { sceptic: { ...sceptic, ...part } });
  return (
    <Row sheet={sheet} places={['sceptic']} holds={sceptic.name.trim() && sceptic.agreed && say('frameHoldsSceptic')}>
      <div class="pair">
        <Field
          label={say('frameSceptic')}
          value={sceptic.name}
          placeholder={say('frameScepticSuch')}
          {...own(sheet, 'sceptic')}
          onInput={(name) => set({ name })}
        />
        <Choice
          label={say('frameScepticAgrees')}
          value={sceptic.agreed ? 'yes' : 'no'}
          options={[
            ['yes', say('frameYes')],
            ['no', say('frameNotYet')],
          ]}
          onChoose={(agreed) => set({ agreed: agreed === 'yes' })}
        />
      </div>
      <Area label={say('frameScepticSaid')} value={sceptic.said} {...own(sheet, 'scepticSaid')} onInput={(said) => set({ said })} />
    </Row>
  );
}
