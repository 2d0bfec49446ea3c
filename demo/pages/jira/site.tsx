import { plainAnswer } from '../answer.ts'; export function answerJira(h: string, u: URL) { return plainAnswer(404, h + u); }
