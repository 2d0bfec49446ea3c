// The framework's own sheet: why this North Star, for whom, and how it is worked with.
import { say, type Word } from '../../lib/say.ts';
import type { RitualsForm } from '../../lib/state/framework-form.ts';
import { Candidates, Criteria, Gaming, Sceptic, Value } from './choosing.tsx';
import { Area, Choice, Field, Select } from './field.tsx';
import { Row } from './row.tsx';
import { faultIn, type Sheet } from './sheet.ts';

const REVIEWS: readonly (readonly [RitualsForm['review'], Word])[] = [
  ['', 'frameNotSaid'],
  ['weekly', 'diffWeekly'],
  ['fortnightly', 'diffFortnightly'],
  ['monthly', 'diffMonthly'],
  ['quarterly', 'diffQuarterly'],
];

export function About({ sheet }: { sheet: Sheet }) {
  return (
    <section class="metric" aria-label={say('frameAbout')}>
      <header>
        <h2 tabIndex={-1}>{say('frameAbout')}</h2>
      </header>
      <Value sheet={sheet} />
      <Candidates sheet={sheet} />
      <Criteria sheet={sheet} />
      <Gaming sheet={sheet} />
      <Sceptic sheet={sheet} />
      <Whom sheet={sheet} />
      <Rituals sheet={sheet} />
    </section>
  );
}

/** Requirements 20, 40 to 42. */
function Whom({ sheet }: { sheet: Sheet }) {
  const { editor } = sheet;
  const form = editor.form.value;
  return (
    <Row sheet={sheet} places={['scope', 'people', 'preset']}>
      <div class="pair">
        <Field
          label={say('frameScope')}
          value={form.scope}
          placeholder={say('frameScopeSuch')}
          fault={faultIn(sheet, '', 'scope')}
          onInput={(scope) => editor.edit({ scope })}
          onLeave={() => editor.left('', 'scope')}
        />
        <Field
          label={say('framePeople')}
          value={form.people}
          numeric
          fault={faultIn(sheet, '', 'people')}
          onInput={(people) => editor.edit({ people })}
          onLeave={() => editor.left('', 'people')}
        />
      </div>
      <Choice
        label={say('framePreset')}
        value={form.preset === 'lite' ? 'lite' : 'full'}
        options={[
          ['full', say('framePresetFull')],
          ['lite', say('framePresetLite')],
        ]}
        onChoose={(preset) => editor.edit({ preset })}
      />
    </Row>
  );
}

/** Requirements 2, 51, 75 to 78. */
function Rituals({ sheet }: { sheet: Sheet }) {
  const { editor } = sheet;
  const { rituals } = editor.form.value;
  const set = (part: Partial<RitualsForm>): void => editor.edit({ rituals: { ...rituals, ...part } });
  return (
    <Row
      sheet={sheet}
      places={['rituals', 'review', 'reviewed', 'rules', 'changes']}
      holds={rituals.review && rituals.rules.trim() && say('frameHoldsRituals')}
    >
      <div class="pair">
        <Select
          label={say('frameReview')}
          value={rituals.review}
          options={REVIEWS.map(([value, word]) => [value, say(word)] as const)}
          onChoose={(review) => set({ review })}
        />
        <Field
          label={say('frameReviewed')}
          type="date"
          value={rituals.reviewed}
          fault={faultIn(sheet, '', 'reviewed')}
          onInput={(reviewed) => set({ reviewed })}
          onLeave={() => editor.left('', 'reviewed')}
        />
      </div>
      <Area
        label={say('frameRules')}
        value={rituals.rules}
        placeholder={say('frameRulesSuch')}
        fault={faultIn(sheet, '', 'rules')}
        onInput={(rules) => set({ rules })}
        onLeave={() => editor.left('', 'rules')}
      />
    </Row>
  );
}
