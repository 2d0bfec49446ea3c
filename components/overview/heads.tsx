// The head of a table of the summary: what a row is about, a place for its picture, and what is counted.

export function Heads({ of, figures }: { readonly of: string; readonly figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        <td />
        {figures.map((figure) => (
          <th key={figure} scope="col" class="num">
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  );
}
