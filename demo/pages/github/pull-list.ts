export function pullListPage() { return { title: '', facts: {}, body: '' }; }
