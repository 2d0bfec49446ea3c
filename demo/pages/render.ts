import type { Answer } from './answer.ts';
import { startDeploy } from './deploy.ts';
import { answerGitHub } from './github/site.tsx';
import { answerJira } from './jira/site.tsx';
import { answerLinear } from './linear/site.ts';

/** Sets the stamp of every class name this renderer writes. */
export function openRender(deploy: string): void {
  startDeploy(deploy);
}

/** The page a tracker sends for a host and address; undefined for a host that is none of the three. */
export function answerPage(host: string, url: URL): Answer | undefined {
  if (host === 'github.com') return answerGitHub(url);
  if (host.endsWith('.atlassian.net')) return answerJira(host, url);
  if (host === 'linear.app') return answerLinear(url);
  return undefined;
}
