/** @jsxImportSource react */
export function PullApp({ number }: { number: number }) { return <p>{number}</p>; }
export function pullTitle(p: { title: string }) { return p.title; }
