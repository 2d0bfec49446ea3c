// @vitest-environment happy-dom
// The popup: what it shows in each state, and logging a reading from typing to undo.
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './popup-words.ts';
import { Popup, type PopupVerbs } from '../../components/popup/popup.tsx';
import type { Refusal } from '../../lib/ask.ts';
import type { Framework } from '../../lib/model/framework.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { SAMPLE_TEAM, sampleFramework } from '../../lib/sample/planner.ts';
import { sampleReadings } from '../../lib/sample/readings.ts';
import { type Point, statusOf } from '../../lib/state/status.ts';
import type { PopupModel, TicketHere } from '../../lib/state/tab.ts';
import type { SiteHere } from '../../lib/state/sites.ts';
import { plain } from './popup-words.ts';

const TODAY = '2026-11-22';
afterEach(cleanup);

function modelOf(framework: Framework = sampleFramework(TODAY), ticket?: TicketHere, readings = sampleReadings(TODAY)): PopupModel {
  const points = Map.groupBy(
    readings.map((one) => ({ ...one, source: 'sample' as const })),
    ({ metric }) => metric,
  ) as Map<string, Point[]>;
  return { frameworks: [framework], status: statusOf({ team: SAMPLE_TEAM, framework }, points, TODAY), ticket };
}

function ticketHere(state: TicketHere['state'], tag?: (typeof SAMPLE_TAGS)[number]): TicketHere {
  const { status } = modelOf();
  if (!status) throw new Error('no status');
  const measured = ({ metric, last }: { metric: Framework['metrics'][number]; last: Point | { value: number } | undefined }) => ({
    ...metric,
    ...(last && { current: last.value }),
  });
  return {
    ticket: tag?.ticket ?? 'github:azimuth-sample/planner#1842',
    title: tag?.title ?? 'Ask for the first project during sign-up',
    place: 'github:azimuth-sample/planner',
    state,
    question:
      state === 'ask'
        ? {
            state: 'ask',
            team: SAMPLE_TEAM,
            framework: { id: status.framework.id, version: 1, name: 'Planner', sample: true },
            northStar: measured(status.northStar),
            inputs: status.inputs.map(measured),
            ...(tag && { tag: { answer: tag.answer, at: TODAY, op: 'an-operation', lines: { what: '', why: '' } } }),
            alsoClaimed: [],
          }
        : undefined,
  };
}

function show(model: PopupModel | Refusal = modelOf(), verbs: Partial<PopupVerbs> = {}, unbound = false, here?: SiteHere) {
  const all: PopupVerbs = {
    log: vi.fn(async () => ({ state: 'done', op: 'the-operation' }) as const),
    undo: vi.fn(async () => undefined),
    focusPanel: vi.fn(async () => true),
    reloadTab: vi.fn(),
    allow: vi.fn(),
    choose: vi.fn(),
    retry: vi.fn(),
    leave: vi.fn(),
    openShortcuts: vi.fn(),
    addSite: vi.fn(async () => true),
    allowSite: vi.fn(async () => true),
    ...verbs,
  };
  const shown = signal(model);
  const site = signal(here);
  render(<Popup model={shown} site={site} unbound={unbound} verbs={all} />);
  return { verbs: all, shown };
}
const row = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const value = (): HTMLInputElement => screen.getByRole('textbox', { name: /Value/ });
const press = (key: string): boolean => fireEvent.keyDown(value(), { key });

describe('what it shows', () => {
  it('gives the verdict with its numbers, and every input with owner, age and goals', () => {
    show();
    expect(screen.getByText('Winning')).toBeTruthy();
    expect(plain(document.body.textContent)).toMatch(/6,840 is above the pace line, 6,75\d on Nov 22\./);
    const templates = plain(row(/Template adoption/).textContent);
    for (const part of ['Templates', '11 d, stale', '31.9 %', '23 → 42 · 51']) expect(templates).toContain(part);
    expect(screen.getByText('Sample data')).toBeTruthy();
  });

  it('keeps the rule behind its button', () => {
    show();
    const rule = screen.getByRole('button', { name: 'Rule' });
    expect(rule.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText(/misses the line by more/)).toBeNull();
    fireEvent.click(rule);
    expect(rule.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/misses the line by more/)).toBeTruthy();
  });

  it('says what is missing where there are no readings, targets or sensitivities', () => {
    const framework = sampleFramework(TODAY);
    const bare = framework.metrics.map(({ id, name, role, kind, unit, direction }) => ({ id, name, role, kind, unit, direction }));
    show(modelOf({ ...framework, metrics: bare }, undefined, []));
    expect(screen.getByText('Unknown')).toBeTruthy();
    expect(screen.getByText('No reading yet')).toBeTruthy();
    expect(screen.getAllByText('no target yet')).toHaveLength(4);
    expect(screen.getByText('4 inputs have no known worth in weekly active teams.')).toBeTruthy();
    expect(screen.getByText('The North Star needs a baseline and a 90-day target.')).toBeTruthy();
  });

  it('leads to the welcome page without a framework, and claims nothing where storage is refused', () => {
    show({ frameworks: [], status: undefined, ticket: undefined });
    expect(screen.getByRole('link', { name: 'Get started' }).getAttribute('href')).toBe('/welcome.html');
    cleanup();
    const { verbs } = show('storage-refused');
    expect(screen.getByRole('alert').textContent).toContain('refused to open its storage');
    expect(screen.queryByText('Winning')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(verbs.retry).toHaveBeenCalledOnce();
  });

  it('offers a choice only among several frameworks', () => {
    show();
    expect(screen.queryByRole('combobox')).toBeNull();
    cleanup();
    const model = modelOf();
    const { verbs } = show({ ...model, frameworks: [...model.frameworks, { id: 'other', name: 'Other' }] });
    fireEvent.change(screen.getByRole('combobox', { name: 'Framework' }), { target: { value: 'other' } });
    expect(verbs.choose).toHaveBeenCalledWith('other');
  });

  it('says once where no keys are set, and how where the page cannot be opened', () => {
    show(modelOf(), {}, true);
    expect(screen.getByRole('button', { name: 'Set a shortcut' })).toBeTruthy();
    cleanup();
    show(modelOf(), { openShortcuts: undefined }, true);
    expect(screen.getByText(/Manage Extension Shortcuts/)).toBeTruthy();
  });
});

describe('the ticket in the tab', () => {
  const tab = (): string => plain(screen.getByText('In this tab').closest('section')?.textContent);
  it('shows the answer with its gain and cause, or asks for one', async () => {
    const { verbs } = show(modelOf(undefined, ticketHere('ask', SAMPLE_TAGS[0])));
    expect(tab()).toMatch(/#1790Suggest a template.*\+1\d0\d* to \d+, by Templates \+2 to \+5 pp, Activation \+0\.3 to \+1 pp.*Edit$/);
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(verbs.focusPanel).toHaveBeenCalledOnce();
    cleanup();
    show(modelOf(undefined, ticketHere('ask')));
    expect(tab()).toMatch(/No answer yetAnswer$/);
    cleanup();
    show(
      modelOf(
        undefined,
        ticketHere(
          'ask',
          SAMPLE_TAGS.find(({ answer }) => answer.kind === 'not-north-star'),
        ),
      ),
    );
    expect(tab()).toContain('Not North Star workCompliance');
  });

  it('says where there is none, where nothing claims it and where nobody wants to be asked', () => {
    show();
    expect(tab()).toContain('No ticket here.');
    cleanup();
    show(modelOf(undefined, ticketHere('unclaimed')));
    expect(tab()).toContain('Not in your framework.');
    cleanup();
    const { verbs } = show(modelOf(undefined, ticketHere('never')));
    fireEvent.click(screen.getByRole('button', { name: 'Ask here again' }));
    expect(verbs.allow).toHaveBeenCalledWith('github:azimuth-sample/planner');
  });

  it('offers a reload where no panel answers', async () => {
    show(modelOf(undefined, ticketHere('ask')), { focusPanel: async () => false });
    fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy());
  });
});

describe('logging a reading', () => {
  it('opens under the row, takes a decimal comma, says Saved and takes it back', async () => {
    const { verbs } = show();
    fireEvent.click(row(/Template adoption/));
    expect(row(/Template adoption/).getAttribute('aria-expanded')).toBe('true');
    fireEvent.input(value(), { target: { value: '35,1' } });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(plain(screen.getByRole('status').textContent)).toBe('Saved: 35.1 % for Nov 22.'));
    expect(verbs.log).toHaveBeenCalledWith('templates', 35.1, TODAY);
    expect(screen.queryByRole('form')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Taken back.'));
    expect(verbs.undo).toHaveBeenCalledWith('the-operation');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('draws the new numbers when they come', async () => {
    const { shown } = show();
    const newer = sampleReadings(TODAY).map((one) => (one.metric === 'activation' && one.date === TODAY ? { ...one, value: 33.3 } : one));
    shown.value = modelOf(undefined, undefined, newer);
    await waitFor(() => expect(plain(row(/New team activation/).textContent)).toContain('33.3 %'));
  });

  it('keeps what was typed when it is wrong, refused or closed', async () => {
    const { verbs } = show(modelOf(), { log: vi.fn(async () => ({ state: 'refused', why: 'disk-full' }) as const) });
    fireEvent.click(row(/Template adoption/));
    fireEvent.input(value(), { target: { value: '351' } });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('between 0 and 100'));
    expect(verbs.log).not.toHaveBeenCalled();
    fireEvent.input(value(), { target: { value: '35' } });
    expect(screen.getByRole('alert').textContent).toBe('');
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The disk is full'));
    expect(value().value).toBe('35');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    fireEvent.click(row(/Template adoption/));
    expect(value().value).toBe('35');
  });

  it('does not let Escape close the popup while a form is open', () => {
    show();
    fireEvent.click(row(/Template adoption/));
    expect(press('Escape')).toBe(false);
  });

  it('refuses a day that has not come and says what a day replaces', async () => {
    const { verbs } = show();
    fireEvent.click(row(/New team activation/));
    const form = screen.getByRole('form');
    expect(plain(form.textContent)).toContain('Replaces 32 % of Nov 22.');
    fireEvent.input(value(), { target: { value: '33' } });
    fireEvent.input(within(form).getByLabelText('Week to'), { target: { value: '2026-11-23' } });
    fireEvent.submit(form);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Nov 23 has not come yet.'));
    expect(verbs.log).not.toHaveBeenCalled();
  });

  it('opens the metric whose reading is oldest from the foot', () => {
    show();
    const [foot] = screen.getAllByRole('button', { name: 'Log a reading' });
    if (foot) fireEvent.click(foot);
    expect(screen.getByRole('form').getAttribute('aria-label')).toBe('Log a reading of Template adoption');
  });
});

describe('the site in the tab', () => {
  const DC = { origin: 'https://jira.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' } as const;
  const offer = (denied = false, origin: string = DC.origin): SiteHere => ({ state: 'offer', site: { ...DC, origin }, denied });

  it('is named, and asked for in the press itself', async () => {
    const { verbs } = show(modelOf(), {}, false, offer());
    expect(screen.getByText('This is Jira Data Center (jira.example.org/jira).')).toBeTruthy();
    expect(screen.queryByText(/not encrypted/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Ask here too' }));
    expect(verbs.addSite).toHaveBeenCalledWith(DC);
  });

  it('says that the browser said no, then and when the popup is opened again', async () => {
    show(modelOf(), { addSite: vi.fn(async () => false) }, false, offer());
    expect(screen.queryByText(/did not allow/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Ask here too' }));
    expect(await screen.findByText('The browser did not allow it, so nothing was changed.')).toBeTruthy();
    cleanup();
    show(modelOf(), {}, false, offer(true));
    expect(screen.getByText('The browser did not allow it, so nothing was changed.')).toBeTruthy();
  });

  it('is offered without a framework too, and plain http is said to be plain', () => {
    show({ frameworks: [], status: undefined, ticket: undefined }, {}, false, offer(false, 'http://intranet'));
    expect(screen.getByText(/Its connection is not encrypted/)).toBeTruthy();
  });

  it('that was lost is said, with one press back', () => {
    const lost = { state: 'lost', name: 'jira.example.org/jira', pattern: 'https://jira.example.org/*' } as const;
    const { verbs } = show(modelOf(), {}, false, lost);
    expect(screen.getByRole('alert').textContent).toBe('Access to jira.example.org/jira was taken away. Its tickets are kept.');
    fireEvent.click(screen.getByRole('button', { name: 'Allow again' }));
    expect(verbs.allowSite).toHaveBeenCalledWith(lost);
  });
});
