/** @jsxImportSource react */
export function Board({ search }: { search: string }) { return <p>{search}</p>; }
