export function answerClassic(path: string): undefined { return undefined; }
