// Which tracker a page of an unknown host is, by the page's own marks.
import type { Site } from '../model/site.ts';

/**
 * Run inside the page by the browser, so it may use nothing from outside of itself.
 * Words on the page decide nothing: marks of the program do.
 */
export function detectSite(): Site | null {
  const meta = (name: string): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const there = (selector: string): boolean => document.querySelector(selector) !== null;
  const { origin, hostname, pathname } = location;
  if (!/^https?:$/.test(location.protocol)) return null;

  // Anywhere in the document: on Cloud it is in the body.
  const jira = meta('application-name')?.toLowerCase() === 'jira' || there('body#jira[data-version]');
  if (jira) {
    const cloud = there('meta[name="ajs-cloud-id"]') || there('#jira-frontend');
    if (cloud) return { origin, context: '', tracker: 'jira', flavour: 'cloud' };
    const base = meta('ajs-base-url') ?? '';
    const contexts = [meta('ajs-context-path') ?? '', URL.canParse(base) ? new URL(base).pathname : ''];
    // What a page says of itself counts where its own address bears it out.
    const context = contexts.find((one) => /^(\/[\w.~-]+)+$/.test(one) && `${pathname}/`.startsWith(`${one}/`)) ?? '';
    return { origin, context, tracker: 'jira', flavour: 'data-center' };
  }

  const marks = [
    // By a second name of the host this one is not borne out, and others have to do.
    meta('hostname') === hostname,
    meta('expected-hostname') === hostname,
    there('meta[name="octolytics-url"]'),
    there('meta[name="github-keyboard-shortcuts"]'),
    there('meta[name="route-pattern"]'),
    there('meta[name="octolytics-dimension-repository_nwo"], meta[name="hovercard-subject-tag"]'),
    there('#js-repo-pjax-container, .application-main'),
    there('meta[property="og:site_name"][content="GitHub"]'),
  ].filter(Boolean).length;
  if (marks < 3) return null;
  return { origin, context: '', tracker: 'github', flavour: hostname.endsWith('.ghe.com') ? 'ghe.com' : 'server' };
}
