// Frameworks that are not finished: no inputs, no readings, no sensitivities. The panel says what is missing, takes
// what can be answered, and stores it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from './stage.ts';

const NORTH_STAR = { id: 'teams', name: 'Active teams', role: 'north-star', kind: 'count', unit: 'active teams', direction: 'up' };
const FRAMEWORKS = [
  { id: 'no-inputs', name: 'No inputs', version: 1, metrics: [NORTH_STAR], claims: ['github:azimuth-sample/no-inputs'] },
  {
    id: 'no-numbers',
    name: 'No numbers',
    version: 1,
    metrics: [
      NORTH_STAR,
      { id: 'activation', name: 'Activation', role: 'input', kind: 'rate', unit: '', direction: 'up' },
      {
        id: 'churn',
        name: 'Monthly churn',
        role: 'input',
        kind: 'rate',
        unit: '',
        direction: 'down',
        baseline: { value: 8, date: '2026-11-01' },
      },
    ],
    claims: ['github:azimuth-sample/no-numbers'],
  },
];

describe('a framework that is not finished', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    const page = await stage.own('manifest.json');
    for (const framework of FRAMEWORKS) {
      const reply = await page.evaluate(
        (made) => chrome.runtime.sendMessage({ ask: 'saveFramework', request: crypto.randomUUID(), framework: made }),
        framework,
      );
      expect(reply).toEqual({ state: 'done', count: 1 });
    }
    await page.close();
  });
  afterAll(() => stage.close());

  it('without inputs: says so, and takes "Not North Star work"', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/no-inputs/issues/1');
    await panel(page).getByText('The framework has no inputs yet').waitFor();
    await panel(page).getByRole('radio', { name: 'Not North Star work' }).focus();
    for (const key of ['0', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await panel(page).getByText('Infrastructure').waitFor();
    await page.close();
  });

  it('without readings and sensitivities: takes a range, and says what its worth still needs', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/no-numbers/issues/1');
    await panel(page).getByText('no reading').first().waitFor();
    await panel(page).getByRole('radio').first().focus();
    await page.keyboard.press('1');
    await page.keyboard.type('x1.1');
    await panel(page).getByText('Activation has no reading yet').waitFor();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('2..4');
    await panel(page).getByText('is not known yet').waitFor();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await panel(page).getByText('Activation +2 to +4').waitFor();
    await page.close();
  });

  it('with a metric that should fall: its quick sizes point down', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/no-numbers/issues/2');
    await panel(page)
      .getByRole('radio', { name: /Monthly churn/ })
      .focus();
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowRight');
    expect(await panel(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toMatch(/^-/);
    await page.close();
  });
});
