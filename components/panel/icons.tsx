// The panel's few icons, 16 px, in the text's colour.
import type { ComponentChildren } from 'preact';

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.25"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const Check = () => (
  <Icon>
    <path d="M3.5 8.5l3 3 6-7" />
  </Icon>
);
export const Pencil = () => (
  <Icon>
    <path d="M10.5 2.9l2.6 2.6-7.6 7.6-3.1.5.5-3.1z" />
  </Icon>
);
export const Dots = () => (
  <Icon>
    <path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.5" />
  </Icon>
);
export const Warning = () => (
  <Icon>
    <path d="M8 2.2l6.2 11.1H1.8zM8 6.4v3.2M8 11.4v.1" />
  </Icon>
);
export const Cross = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const Chevron = ({ open }: { open: boolean }) => (
  <Icon>
    <path d={open ? 'M4 6l4 4 4-4' : 'M4 10l4-4 4 4'} />
  </Icon>
);
