// The steps of choosing a North Star, in the order of the source documents, and which of them are done.
import type { Word } from '../../lib/say.ts';
import { type FrameworkForm, northStarOf, ofRole, QUESTIONS } from '../../lib/state/framework-form.ts';

export const STEPS = ['value', 'candidates', 'criteria', 'gaming', 'sceptic', 'inputs', 'owners', 'targets'] as const;
export type StepName = (typeof STEPS)[number];

interface Step {
  readonly title: Word;
  readonly why: Word;
  /** The requirement it comes from. */
  readonly rule: number;
  readonly done: (form: FrameworkForm) => boolean;
}

const said = (text: string): boolean => text.trim() !== '';

export const GUIDE: Readonly<Record<StepName, Step>> = {
  value: { title: 'guideValue', why: 'guideValueWhy', rule: 26, done: ({ value }) => said(value) },
  candidates: {
    ...{ title: 'guideCandidates', why: 'guideCandidatesWhy', rule: 28 },
    done: (form) => said(northStarOf(form).name) && form.rejected.filter(({ name }) => said(name)).length >= 2,
  },
  criteria: {
    ...{ title: 'guideCriteria', why: 'guideCriteriaWhy', rule: 29 },
    done: ({ validation: { answers } }) => QUESTIONS.every((question) => answers[question] !== undefined),
  },
  gaming: { title: 'guideGaming', why: 'guideGamingWhy', rule: 34, done: ({ validation }) => said(validation.gaming) },
  sceptic: {
    ...{ title: 'guideSceptic', why: 'guideScepticWhy', rule: 35 },
    done: ({ validation: { sceptic } }) => said(sceptic.name) && sceptic.agreed,
  },
  inputs: {
    ...{ title: 'guideInputs', why: 'guideInputsWhy', rule: 3 },
    done: (form) => ofRole(form, 'input').filter(({ name }) => said(name)).length >= 3,
  },
  owners: {
    ...{ title: 'guideOwners', why: 'guideOwnersWhy', rule: 43 },
    done: (form) => ofRole(form, 'input').length > 0 && ofRole(form, 'input').every(({ owner }) => said(owner)),
  },
  targets: {
    ...{ title: 'guideTargets', why: 'guideTargetsWhy', rule: 45 },
    done: (form) => ofRole(form, 'north-star', 'input').every(({ baseline, target }) => said(baseline.value) && said(target.value)),
  },
};

/** Where the guide goes on: the first step that is not done, or the last. */
export const nextStep = (form: FrameworkForm): StepName => STEPS.find((step) => !GUIDE[step].done(form)) ?? 'targets';
