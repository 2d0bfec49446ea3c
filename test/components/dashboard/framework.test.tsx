// @vitest-environment happy-dom
// The framework's form as it is drawn: what is wrong is said beside its field, and Saved only once it is stored.
import { computed } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../popup-words.ts';
import { FrameworkView } from '../../../components/framework/framework.tsx';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { claimsFrom } from '../../../lib/state/claim-text.ts';
import { createEditor, type SaveReply } from '../../../lib/state/framework-editor.ts';
import { type FrameworkForm, newForm, toForm } from '../../../lib/state/framework-form.ts';
import { notesOn } from '../../../lib/state/framework-notes.ts';

const TODAY = '2026-11-22';
afterEach(cleanup);

function show(form: FrameworkForm = toForm(sampleFramework(TODAY), TODAY), reply: SaveReply = { version: 2 }) {
  const save = vi.fn(async (): Promise<SaveReply> => reply);
  const editor = createEditor(form, undefined, TODAY, { save, keep: vi.fn() });
  const notes = computed(() => notesOn(editor.checked.value.framework, []));
  const verbs = { create: vi.fn(), remove: vi.fn(), reload: vi.fn(), readClaims: claimsFrom };
  const view = render(<FrameworkView editor={editor} notes={notes} current={new Map([['activation', 32]])} verbs={verbs} />);
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
});
