/** What the panel's buttons do; where the focus goes afterwards is decided there too. */
export interface PanelActions {
  save(): void;
  undo(): void;
  edit(): void;
  claim(): void;
  never(): void;
  /** To the edge of the page, or back into it. */
  stand(dock: boolean): void;
  open(page: 'welcome' | 'framework' | 'status'): void;
  copy(text: string): void;
  reload(): void;
  /** Of the editor of a row: what is typed is kept. */
  close?(): void;
}
