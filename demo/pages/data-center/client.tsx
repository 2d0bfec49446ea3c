// What jQuery does on Data Center: the pane beside a board and the split view fetch an issue into the page, and the
// head's own word for the issue stays what it was.
import { openedSwitches } from '../switches.ts';
import { CONTEXT } from './route.ts';

const { lag } = openedSwitches();
const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, lag));

/** The address is ahead of the page, as there. */
async function show(key: string, address: string, into: Element, whole: boolean): Promise<void> {
  history.pushState(null, '', address);
  await wait();
  const answer = await fetch(`${CONTEXT}/_pane/${key}${whole ? '/whole' : ''}`);
  into.innerHTML = await answer.text();
}

function selectCard(card: HTMLElement): void {
  const pane = document.querySelector<HTMLElement>('#ghx-detail-view');
  const key = card.dataset['issueKey'];
  if (!pane || !key) return;
  const query = new URLSearchParams(location.search);
  query.set('view', query.get('view')?.startsWith('planning') ? 'planning' : 'detail');
  query.set('selectedIssue', key);
  pane.style.display = '';
  void show(key, `${location.pathname}?${query}`, pane, false);
}

/** A click on a field puts a box in its place; the summary is then the box's value. */
function edit(field: HTMLElement): void {
  if (field.querySelector('textarea')) return;
  const box = document.createElement('textarea');
  box.id = 'summary';
  box.value = field.textContent ?? '';
  const save = document.createElement('button');
  save.textContent = 'Save';
  field.replaceChildren(box, save);
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest<HTMLAnchorElement>('a[href]');
  const listed = link?.matches('.splitview-issue-link') ? link : undefined;
  if (listed) {
    event.preventDefault();
    const view = document.querySelector('.detail-panel .issue-view');
    if (view) void show(listed.dataset['issueKey'] ?? '', listed.href, view, true);
    return;
  }
  const card = link && !link.matches('.js-detailview') ? undefined : target?.closest<HTMLElement>('.js-issue[data-issue-key]');
  if (card) {
    event.preventDefault();
    selectCard(card);
    return;
  }
  const summary = target?.closest<HTMLElement>('#summary-val');
  if (summary) edit(summary);
});
