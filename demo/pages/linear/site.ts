import { plainAnswer } from '../answer.ts'; export function answerLinear(u: URL) { return plainAnswer(404, String(u)); }
