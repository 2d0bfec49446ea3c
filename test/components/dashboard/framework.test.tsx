// @vitest-environment happy-dom
// The framework's form as it is drawn: what is wrong is said beside its field, and Saved only once it is stored.
import { computed } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { autoregressive, randomFrom } from '../../simulations/random.ts';
import { plain } from '../popup-words.ts';
import { FrameworkView } from '../../../components/framework/framework.tsx';
import type { Dated } from '../../../lib/model/metric.ts';
import { readFramework, writeFramework } from '../../../lib/formats/framework-json.ts';
import { lint } from '../../../lib/lint/lint.ts';
import { toldFindings } from '../../../lib/phrases/told-finding.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { barePlanner } from '../../bare-planner.ts';
import { claimsFrom } from '../../../lib/state/claim-text.ts';
import { createEditor, type SaveReply } from '../../../lib/state/framework-editor.ts';
import { type FrameworkForm, newForm, toForm } from '../../../lib/state/framework-form.ts';

const TODAY = '2026-11-22';
const OTHERS = [
  { ...barePlanner(TODAY), id: 'rival', name: 'Rival', claims: ['github:azimuth-sample/planner'] },
  { ...barePlanner(TODAY), id: 'wide', name: 'Wide', claims: ['linear:azimuth-sample'] },
];
const VERSIONS = [
  { framework: { ...barePlanner(TODAY), name: 'Before' }, at: 0 },
  { framework: { ...barePlanner(TODAY), version: 2, changes: [{ version: 2, date: TODAY, reason: 'Renamed.' }] }, at: 1 },
];
afterEach(cleanup);

function show(
  form: FrameworkForm = toForm(barePlanner(TODAY), TODAY),
  reply: SaveReply = { version: 2 },
  guide?: string,
  readings: ReadonlyMap<string, readonly Dated[]> = new Map(),
) {
  const save = vi.fn(async (): Promise<SaveReply> => reply);
  const editor = createEditor(form, undefined, TODAY, { save, keep: vi.fn() });
  const findings = computed(() => {
    const { framework, ids } = editor.checked.value;
    return toldFindings(lint({ framework, today: TODAY, readings: new Map() }), framework, new Map([...ids].map(([key, id]) => [id, key])));
  });
  const verbs = {
    create: vi.fn(),
    remove: vi.fn(),
    take: vi.fn(),
    guide: vi.fn(),
    settle: vi.fn(),
    saveFile: vi.fn(async () => {}),
    apply: vi.fn(),
    versions: vi.fn(async () => VERSIONS),
    reload: vi.fn(),
    readClaims: claimsFrom,
  };
  const work = new Map([['activation', { tickets: 5, change: 8.1 }]]);
  const view = render(
    <FrameworkView
      others={OTHERS}
      editor={editor}
      findings={findings}
      current={new Map([['activation', 32]])}
      readings={readings}
      work={work}
      today={TODAY}
      guide={guide}
      verbs={verbs}
    />,
  );
  return { ...view, editor, save, verbs };
}

const type = (label: string | RegExp, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};
const said = (label: string | RegExp): string => {
  const field = screen.getByLabelText(label);
  return plain(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent);
};

describe('the framework’s form', () => {
  it('says beside a field what to mend, once it was left, and nothing sooner', () => {
    show();
    type('Baseline', '1.200');
    expect(said('Baseline')).toBe('');
    fireEvent.blur(screen.getByLabelText('Baseline'));
    expect(said('Baseline')).toBe('This can mean 1.2 or 1,200. Write it out.');
    expect(screen.getByLabelText('Baseline').getAttribute('aria-invalid')).toBe('true');
    type('Baseline', '1200');
    expect(screen.getByLabelText('Baseline').getAttribute('aria-invalid')).toBeNull();
  });

  it('stores nothing that is to be mended, and says where', async () => {
    const { save } = show(newForm(TODAY));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(said('Name')).toBe('Give it a name.'));
    expect(said('Name of the framework')).toBe('Give it a name.');
    expect(save).not.toHaveBeenCalled();
  });

  it('says Saved once it is stored, and why where it is not', async () => {
    const { unmount } = show();
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    type('Owner', 'Sales');
    expect(screen.getByRole('status').textContent).toBe('Unsaved changes');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved'));
    unmount();
    show(undefined, 'disk-full');
    type('Owner', 'Sales');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Not saved. The disk is full'));
  });

  it('shows an input with the sentence of what is expected of it', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    expect(plain(screen.getByText(/we expect/).textContent)).toBe(
      'If Activation goes from 32 % to 36 %, we expect weekly active teams to change by about +240 (180 to 300).',
    );
    expect(screen.getByRole('button', { name: /^Activation/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('keeps its emphasis where a name has asterisks', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    type('Short name', 'a*b');
    const sentence = screen.getByText(/we expect/);
    expect([...sentence.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual(['+240']);
  });

  it('removes an input and takes that back', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Templates/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove Template adoption' }));
    const inputs = screen.getByRole('list', { name: 'Inputs' });
    expect(within(inputs).getAllByRole('button')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(within(inputs).getAllByRole('button')).toHaveLength(4);
  });

  it('takes pasted links, keeps what it did not understand, and says why', () => {
    const { editor } = show();
    const box = 'Links or names, one or many';
    type(box, 'https://github.com/Acme/App/issues/1 PLN-7');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(editor.form.value.claims).toContain('github:acme/app');
    expect((screen.getByLabelText(box) as HTMLTextAreaElement).value).toBe('PLN-7');
    expect(said(box)).toBe('PLN-7 names no site. Paste the ticket’s whole address.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove github:acme/app' }));
    expect(editor.form.value.claims).not.toContain('github:acme/app');
  });

  it('shows names as text, whatever they are', () => {
    const { container } = show();
    type('Name', '<img src=x onerror=alert(1)> *bold*');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 2, name: '<img src=x onerror=alert(1)> *bold*' })).toBeTruthy();
  });

  it('lists what was found with its rule and what to do, and leads to the field', async () => {
    show();
    const findings = screen.getByRole('region', { name: 'Findings' });
    expect(plain(within(findings).getAllByRole('listitem')[0]?.textContent)).toContain('Warning: ');
    expect(findings.textContent).toMatch(/\d+ warnings, \d+ notes, \d+ rules passed/);
    fireEvent.click(within(findings).getByRole('button', { name: /^Rule 26, go to it/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Value to the customer')));
  });

  it('says quietly what holds, and no more of what was found fault with or emptied', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    expect(screen.getByText('One owner, no overlap.')).toBeTruthy();
    // Nobody has answered the three questions, and its finding stands there instead.
    expect(screen.queryByText('Yes to all three.')).toBeNull();
    type('Owner', '');
    expect(screen.queryByText('One owner, no overlap.')).toBeNull();
    type('Owner', 'Growth, Workflow');
    expect(screen.queryByText('One owner, no overlap.')).toBeNull();
    cleanup();
    show(toForm(sampleFramework(TODAY), TODAY));
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    expect(screen.getByText('Yes to all three.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Why this North Star' }));
    for (const held of ['Yes to all seven.', 'Chosen among three or more, with reasons.', 'Someone from outside agrees.']) {
      expect(screen.getByText(held)).toBeTruthy();
    }
  });

  it('says a range by a formula, and how it comes about', () => {
    const { editor } = show();
    editor.edit({ formula: '6000 + 100 * activation * collaboration' });
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    expect(plain(screen.getByText(/we expect/).textContent)).toMatch(
      /by about \+70 \(70 to 8\d\), by the formula: the range is for the other inputs/,
    );
  });

  it('mutes a finding with a reason, not without, and takes that back', () => {
    const { editor } = show();
    const before = within(screen.getByRole('region', { name: 'Findings' })).getAllByRole('button', { name: /^Mute: / }).length;
    fireEvent.click(screen.getAllByRole('button', { name: /^Mute: / })[0] as HTMLElement);
    fireEvent.submit(screen.getByLabelText('Why it may stand').closest('form') as HTMLElement);
    expect(editor.form.value.mutes).toEqual([]);
    type('Why it may stand', 'Known.');
    fireEvent.submit(screen.getByLabelText('Why it may stand').closest('form') as HTMLElement);
    expect(editor.form.value.mutes).toEqual([{ rule: 'no-value', reason: 'Known.' }]);
    expect(screen.getByText('1 muted')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Unmute' }));
    expect(editor.form.value.mutes).toEqual([]);
    expect(before).toBeGreaterThan(0);
  });

  it('says what was found beside the field it is about', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    type('Owner', '');
    const row = screen.getByLabelText('Owner').closest('.row');
    expect(plain(row?.textContent)).toContain('Activation has no owner.');
  });

  it('walks the tree by arrows, with one stop for Tab', () => {
    show();
    const star = screen.getByRole('button', { name: /^Weekly active teams/ });
    star.focus();
    expect(star.tabIndex).toBe(0);
    fireEvent.keyDown(star, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Collaboration');
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
    expect(document.activeElement?.textContent).toContain('Templates');
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(star);
  });

  it('undoes and does again by keys', () => {
    const { editor } = show();
    type('Owner', 'Sales');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(editor.dirty.value).toBe(false);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, shiftKey: true });
    expect(editor.form.value.metrics[0]?.owner).toBe('Sales');
  });

  it('draws the work on an input, and arrows between inputs', () => {
    const { editor } = show();
    editor.edit({ multipliers: [{ from: 'templates', to: 'activation', factor: '0.12' }] });
    expect(plain(screen.getByRole('list', { name: 'Work' }).textContent)).toContain('5 tickets+8.1 pp tagged');
    return waitFor(() => expect(screen.getByText('Templates moves Activation by 0.12 per unit')).toBeTruthy());
  });

  it('reads a formula, and says under it what is wrong', async () => {
    const { editor } = show();
    const box = screen.getByLabelText('weekly_active_teams =');
    fireEvent.input(box, { target: { value: '6000 + 30 * activaton' } });
    await waitFor(() => expect(box.closest('.formula')?.textContent).toContain('The formula names activaton'));
    fireEvent.input(box, { target: { value: '6000 + 3000 * activation' } });
    await waitFor(() => expect(plain(box.closest('.formula')?.textContent)).toContain('Now 6,960'));
    expect(editor.checked.value.framework.formula).toBe('6000 + 3000 * activation');
  });

  it('guides through choosing step by step, shows what is done, and goes on where it was left', () => {
    const { editor, verbs } = show(undefined, undefined, 'on');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Write the core value first');
    expect(screen.getByText(/^Step 1 of 8; 3 done/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
    expect(verbs.guide).toHaveBeenLastCalledWith(2);
    type('Value to the customer', 'Projects finish.');
    // What was just done is not the end of the step: it goes on when that is pressed.
    expect(editor.form.value.value).toBe('Projects finish.');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Write the core value first');
    cleanup();
    show(undefined, undefined, '6');
    expect((screen.getByLabelText('Input 1') as HTMLInputElement).value).toBe('New team activation');
  });

  it('shows what a file would change before it does, and what is wrong with one', async () => {
    const { verbs } = show();
    fireEvent.click(screen.getByRole('button', { name: 'File' }));
    type('Or paste its text', '{ "format": 1 }');
    expect(document.querySelector('.problems')?.textContent).toContain('line 1');
    const changed = { ...barePlanner(TODAY), name: 'From afar' };
    type('Or paste its text', writeFramework(changed));
    await waitFor(() => expect(document.querySelector('.differences')?.textContent).toContain('From afar'));
    fireEvent.click(screen.getByText('Put it in place of this one'));
    expect(verbs.apply).toHaveBeenCalledWith(changed, false, { file: '', readings: [] });
  });

  it('shows all versions, older ones with a press', async () => {
    const { verbs } = show();
    const many = Array.from({ length: 120 }, (_, i) => ({
      framework: { ...sampleFramework(TODAY), version: i + 1, name: `Planner ${i + 1}` },
      at: i,
    }));
    verbs.versions.mockResolvedValue(many);
    fireEvent.click(screen.getByRole('button', { name: 'Versions' }));
    const drawn = (): string[] => [...document.querySelectorAll('.versions summary .strong')].map((one) => one.textContent ?? '');
    await waitFor(() => expect(drawn()).toHaveLength(50));
    const newest = document.querySelector('.versions details') as HTMLDetailsElement;
    newest.open = true;
    fireEvent(newest, new Event('toggle'));
    await waitFor(() => expect(newest.textContent).toContain('“Planner 119” → “Planner 120”'));
    expect([drawn()[0], drawn().at(-1)]).toEqual(['Version 120', 'Version 71']);
    expect(screen.getByText('Newest 50 of 120')).toBeTruthy();
    fireEvent.click(screen.getByText('Show older'));
    fireEvent.click(screen.getByText('Show older'));
    expect(drawn()).toHaveLength(120);
    expect(drawn().at(-1)).toBe('Version 1');
    expect(screen.queryByText('Show older')).toBeNull();
    fireEvent.click(screen.getByText('Version 71'));
    fireEvent.click(screen.getByText('Version 1'));
    expect(screen.getAllByText(/first version/i)).toHaveLength(1);
  });

  it('offers the readings of a file, which can be left in it', async () => {
    const { verbs } = show();
    const same = barePlanner(TODAY);
    const reading = { framework: same.id, metric: 'activation', date: TODAY, value: 33, source: 'typed' as const };
    const text = writeFramework(same, [reading, { ...reading, date: '2026-12-24' }]);
    const given = readFramework(text);
    const apply = (): void => void fireEvent.click(screen.getByText('Put it in place of this one'));
    fireEvent.click(screen.getByRole('button', { name: 'File' }));
    type('Or paste its text', text);
    const box = await screen.findByRole('checkbox', { name: /^and 1 reading/ });
    expect(screen.getByText(/^1 reading is left out/)).toBeTruthy();
    fireEvent.click(box);
    apply();
    // The framework is the same, and no reading is wanted.
    expect(verbs.apply).not.toHaveBeenCalled();
    fireEvent.click(box);
    apply();
    expect(verbs.apply).toHaveBeenCalledWith(same, false, { file: '', readings: given.ok && [given.readings[0]] });
  });

  it('goes back to an earlier version as a new one, with a reason', async () => {
    const { editor } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Versions' }));
    await screen.findByText('Renamed.');
    fireEvent.click(screen.getByText('Restore this version'));
    expect([editor.form.value.name, editor.form.value.version, editor.reason.value]).toEqual(['Before', 1, 'Back to version 1']);
    editor.undo();
    expect(editor.dirty.value).toBe(false);
  });

  it('says at a metric’s foot what it goes together with, and that this proves nothing', () => {
    const random = randomFrom(3);
    const week = (i: number): string => new Date(Date.parse(TODAY) - (40 - i) * 7 * 86_400_000).toISOString().slice(0, 10);
    const series = (values: readonly number[]): Dated[] => values.map((value, i) => ({ date: week(i + 1), value }));
    const driver = autoregressive(random, 0, 40);
    const star = driver.map((_, i) => 6000 + 100 * (driver[i - 2] ?? 0));
    const readings = new Map([
      ['activation', series(driver)],
      ['templates', series(driver.map((value) => value * 2 + 1))],
      ['weekly-active-teams', series(star)],
      ['collaboration', series(driver.slice(0, 5)).slice(0, 5)],
    ]);
    show(undefined, undefined, undefined, readings);
    const foot = (): HTMLElement | null => screen.queryByRole('region', { name: 'What goes together' });
    expect(foot()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Activation/ }));
    expect(plain(foot()?.textContent)).toMatch(/Moves with Templates: r 1\.00 .* n 40\. A ticket on one may be counted twice\./);
    expect(plain(foot()?.textContent)).toMatch(/Against the North Star at a lag of 2 weeks: r \d\.\d\d \(.* to .*\), n 38\./);
    expect(foot()?.textContent).toContain('Moving together is not proof of effect.');
    fireEvent.click(screen.getByRole('button', { name: /^Collaboration/ }));
    expect(foot()?.textContent).toContain('5 pairs of weeks with the North Star, too few to tell.');
    expect(foot()?.textContent).not.toContain('proof');
    fireEvent.click(screen.getByRole('button', { name: /^Completion/ }));
    expect(foot()).toBeNull();
  });

  it('settles a place that two claim by one press, and says who asks where one claim is narrower', () => {
    const { editor, verbs } = show();
    expect(screen.getByText(/since its claim is the narrower one/).textContent).toContain('Wide claims linear:azimuth-sample;');
    fireEvent.click(screen.getByRole('button', { name: 'Planner asks' }));
    expect(verbs.settle).toHaveBeenCalledWith(expect.objectContaining({ theirs: 'github:azimuth-sample/planner' }));
    fireEvent.click(screen.getByRole('button', { name: 'Rival asks' }));
    expect(editor.form.value.claims).not.toContain('github:azimuth-sample/planner');
  });
});
