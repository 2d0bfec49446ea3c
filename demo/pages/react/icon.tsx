/** @jsxImportSource react */
import { ICONS, type IconName } from '../icons.ts';

interface Props {
  name: IconName;
  size?: number;
  label?: string;
  className?: string;
}

/** An icon; named when it says something the text beside it does not. */
export function Icon({ name, size = 16, label, className }: Props) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      // oxlint-disable-next-line react/no-danger -- constant shapes of our own
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
