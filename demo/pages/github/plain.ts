export function boardPage(i: string, s: string) { return { title: '', facts: {}, body: i }; }
export function codePage() { return { title: '', facts: {}, body: '' }; }
export function dashboardPage() { return { title: '', facts: {}, body: '' }; }
export function missingPage() { return '<h1>404</h1>'; }
