const TEXT = 'Keyboard focus stays in here until it is closed.';

/** Opens a modal of the host: top layer, and a focus trap that pulls the focus back, as focus-trap libraries do. */
export function openDialog(): void {
  if (document.querySelector('dialog[data-host-dialog]')) return;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('data-host-dialog', '');
  dialog.setAttribute('aria-label', 'Keyboard shortcuts');
  const heading = document.createElement('h2');
  heading.textContent = 'Keyboard shortcuts';
  const text = document.createElement('p');
  text.textContent = TEXT;
  const filter = document.createElement('input');
  filter.setAttribute('aria-label', 'Filter shortcuts');
  filter.placeholder = 'Filter';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', closeDialog);
  dialog.append(heading, text, filter, close);
  const trap = (event: FocusEvent) => {
    if (event.target instanceof Node && !dialog.contains(event.target)) filter.focus();
  };
  document.addEventListener('focusin', trap);
  dialog.addEventListener('close', () => {
    document.removeEventListener('focusin', trap);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  filter.focus();
}

export function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('dialog[data-host-dialog]')?.close();
}
