// Words with one part that matters most: `about *210 teams* (120 to 300)`.

/** Text in which `*…*` is emphasised. Values filled in beforehand are text like the rest, never markup. */
export function Rich({ text }: { text: string }) {
  return <>{text.split('*').map((part, i) => (i % 2 ? <strong key={i}>{part}</strong> : part))}</>;
}
