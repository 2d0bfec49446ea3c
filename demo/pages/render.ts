import type { Answer } from './answer.ts';
import { answerDataCenter } from './data-center/site.ts';
import { startDeploy } from './deploy.ts';
import { answerGitHub } from './github/site.tsx';
import { answerJira } from './jira/site.tsx';
import { answerLinear } from './linear/site.ts';

/** Trackers of somebody's own: only who asks for these names is answered under them. */
const OWN_HOSTS = { githubServer: 'ghe.example.org', jiraCloud: 'work.example.org', dataCenter: 'jira.example.org' } as const;

/** Sets the stamp of every class name this renderer writes. */
export function openRender(deploy: string): void {
  startDeploy(deploy);
}

/** The page a tracker sends for a host and address; undefined for a host that is none of theirs. */
export function answerPage(host: string, url: URL): Answer | undefined {
  if (host === 'github.com' || host === OWN_HOSTS.githubServer || host.endsWith('.ghe.com')) return answerGitHub(url);
  if (host.endsWith('.atlassian.net') || host === OWN_HOSTS.jiraCloud) return answerJira(url);
  if (host === OWN_HOSTS.dataCenter) return answerDataCenter(url);
  if (host === 'linear.app') return answerLinear(url);
  return undefined;
}
