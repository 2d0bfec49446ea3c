// Addresses and the ticket each names, from the URL grammars in the host documents; `-` where it names none.
import type { Site } from '../../lib/model/site.ts';

export type Tracker = 'github' | 'jira' | 'linear';

const rows = (text: string): (readonly [address: string, ticket: string | undefined])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([address = '', ticket]) => [address, ticket === '-' ? undefined : ticket] as const);

export const ADDRESSES: Record<Tracker, ReturnType<typeof rows>> = {
  github: rows(`
    https://github.com/acme/app/issues/12                              github:acme/app#12
    https://github.com/acme/app/pull/12                                github:acme/app#12
    https://github.com/Acme/App.js/issues/1842                         github:Acme/App.js#1842
    https://github.com/name_company/my-app_2/pull/7                    github:name_company/my-app_2#7
    https://github.com/acme/.github/issues/3                           github:acme/.github#3
    https://github.com/acme/app/issues/12/                             github:acme/app#12
    https://github.com//acme//app//issues//12                          github:acme/app#12
    https://github.com/acme/app/issues/12?notification_referrer_id=x   github:acme/app#12
    https://github.com/acme/app/issues/12#issuecomment-99              github:acme/app#12
    https://github.com/acme/issues/issues/5                            github:acme/issues#5
    https://github.com/acme/pull/pull/5                                github:acme/pull#5
    https://user:word@github.com/acme/app/issues/12                    github:acme/app#12
    https://github.com/acme/app/issues                                 -
    https://github.com/acme/app/issues/                                -
    https://github.com/acme/app/issues?q=is%3Aissue+12                 -
    https://github.com/acme/app/issues/new                             -
    https://github.com/acme/app/issues/new/choose                      -
    https://github.com/acme/app/issues/templates                       -
    https://github.com/acme/app/issues/octocat                         -
    https://github.com/acme/app/issues/views/12                        -
    https://github.com/acme/app/issues/12x                             -
    https://github.com/acme/app/issues/0                               -
    https://github.com/acme/app/issues/012                             -
    https://github.com/acme/app/issues/-12                             -
    https://github.com/acme/app/Issues/12x                             -
    https://github.com/acme/app/pulls                                  -
    https://github.com/acme/app/pulls/octocat                          -
    https://github.com/acme/app/pulls/12                               -
    https://github.com/acme/app/labels/bug                             -
    https://github.com/acme/app/milestone/12                           -
    https://github.com/acme/app/milestones                             -
    https://github.com/acme/app/discussions/12                         -
    https://github.com/acme/app/projects/12                            -
    https://github.com/acme/app/commit/12                              -
    https://github.com/acme/app/blob/main/issues/12                    -
    https://github.com/acme/app                                        -
    https://github.com/acme                                            -
    https://github.com/                                                -
    https://github.com/issues                                          -
    https://github.com/issues/assigned                                 -
    https://github.com/issues/12                                       -
    https://github.com/app/issues/12                                   -
    https://github.com/pulls/inbox                                     -
    https://github.com/orgs/acme/projects/12                           -
    https://github.com/orgs/acme/projects/12/views/3                   -
    https://github.com/orgs/acme/issues/12                             -
    https://github.com/Orgs/acme/issues/12                             -
    https://github.com/users/octo/pull/12                              -
    https://github.com/settings/x/issues/12                            -
    https://github.com/search/x/issues/12                              -
    https://github.com/notifications/x/issues/12                       -
    https://github.com/apps/x/issues/12                                -
    https://github.com/enterprises/x/issues/12                         -
    https://github.com/organizations/x/issues/12                       -
    https://github.com/acme/app/issues/%3Cscript%3E                    -
    https://github.com/ac%20me/app/issues/12                           -
    https://github.com/a.b/app/issues/12                               -
    https://api.github.com/repos/acme/app/issues/12                    -
    https://gist.github.com/acme/app/issues/12                         -
    https://raw.githubusercontent.com/acme/app/issues/12               -
  `),
  jira: rows(`
    https://acme.atlassian.net/browse/PLN-214                                               jira:acme.atlassian.net/PLN-214
    https://acme.atlassian.net/browse/pln-214                                               jira:acme.atlassian.net/PLN-214
    https://ACME.atlassian.net/browse/PLN-214/                                              jira:acme.atlassian.net/PLN-214
    https://acme.atlassian.net/browse/PLN-214?focusedCommentId=5#comment-5                  jira:acme.atlassian.net/PLN-214
    https://acme.atlassian.net/browse/P2_X-1                                                jira:acme.atlassian.net/P2_X-1
    https://acme.atlassian.net/browse/DAY123-79                                             jira:acme.atlassian.net/DAY123-79
    https://acme.atlassian.net/jira/software/projects/PLN/issues/PLN-1                      jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/jira/software/c/projects/PLN/issues/PLN-1                    jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/projects/PLN/issues/PLN-1?filter=allissues                   jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/issues/PLN-1?jql=project%20%3D%20PLN                         jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN-198    jira:acme.atlassian.net/PLN-198
    https://acme.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=pln-198&x=1  jira:acme.atlassian.net/PLN-198
    https://acme.atlassian.net/jira/polaris/projects/P/ideas/view/4?selectedIssue=IDE-9     jira:acme.atlassian.net/IDE-9
    https://acme.atlassian.net/secure/RapidBoard.jspa?rapidView=1&selectedIssue=PLN-3       jira:acme.atlassian.net/PLN-3
    https://acme.atlassian.net/browse/PLN-1?selectedIssue=PLN-2                             jira:acme.atlassian.net/PLN-2
    https://acme.atlassian.net/browse/PLN-1?selectedIssue=                                  jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/browse/PLN-1?selectedIssue=PLN                               jira:acme.atlassian.net/PLN-1
    https://acme.atlassian.net/jira/servicedesk/projects/HLP/queues/custom/12/HLP-5         jira:acme.atlassian.net/HLP-5
    https://acme.atlassian.net/jira/servicedesk/projects/HLP/queues/custom/12               -
    https://acme.atlassian.net/browse/PLN                                                   -
    https://acme.atlassian.net/browse/PLN-                                                  -
    https://acme.atlassian.net/browse/PLN-1x                                                -
    https://acme.atlassian.net/browse/1PLN-1                                                -
    https://acme.atlassian.net/browse/P-1                                                   -
    https://acme.atlassian.net/browse/PLN-1/extra                                           -
    https://acme.atlassian.net/browse/                                                      -
    https://acme.atlassian.net/issues/?jql=key%20%3D%20PLN-1                                -
    https://acme.atlassian.net/issues/?filter=-1                                            -
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1                          -
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN        -
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedissue=PLN-1      -
    https://acme.atlassian.net/jira/software/projects/PLN/list?jql=PLN-1                    -
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1?q=/browse/PLN-1          -
    https://acme.atlassian.net/jira/software/projects/PLN/boards/1#/browse/PLN-1            -
    https://acme.atlassian.net/jira/plans/1/scenarios/2/timeline                            -
    https://acme.atlassian.net/jira/for-you                                                 -
    https://acme.atlassian.net/servicedesk/customer/portal/1/HLP-5                          -
    https://acme.atlassian.net/wiki/spaces/ENG/pages/12/PLN-1                               -
    https://acme.atlassian.net/                                                             -
    https://atlassian.net/browse/PLN-1                                                      -
    https://jira.example.org/browse/PLN-1                                                   -
  `),
  linear: rows(`
    https://linear.app/acme/issue/ENG-37/research-work                 linear:acme/ENG-37
    https://linear.app/acme/issue/ENG-37                               linear:acme/ENG-37
    https://linear.app/acme/issue/ENG-37/                              linear:acme/ENG-37
    https://linear.app/acme/issue/eng-37/another-slug                  linear:acme/ENG-37
    https://linear.app/acme/issue/DAY123-79/x                          linear:acme/DAY123-79
    https://linear.app/My-Work_space/issue/E-1                         linear:My-Work_space/E-1
    https://linear.app/acme/issue/ENG-37/research-work#comment-1f      linear:acme/ENG-37
    https://linear.app/acme/issue/ENG-37/x?foo=/issue/ENG-38           linear:acme/ENG-37
    https://linear.app/acme/issue/ENG-37/issue/ENG-38                  linear:acme/ENG-37
    https://linear.app/acme/issue/ENG                                  -
    https://linear.app/acme/issue/ENG-                                 -
    https://linear.app/acme/issue/ENG-37x                              -
    https://linear.app/acme/issue/37-ENG                               -
    https://linear.app/acme/issue/1E-3                                 -
    https://linear.app/acme/issue/                                     -
    https://linear.app/acme/issues/ENG-37                              -
    https://linear.app/issue/ENG-37                                    -
    https://linear.app/acme/team/ENG/all                               -
    https://linear.app/acme/team/ENG/issue/ENG-37                      -
    https://linear.app/acme/team/ENG/views/issues                      -
    https://linear.app/acme/my-issues/assigned                         -
    https://linear.app/acme/inbox/priority                             -
    https://linear.app/acme/view/abc                                   -
    https://linear.app/acme/project/plan-0123456789ab/issues           -
    https://linear.app/acme/settings/account                           -
    https://linear.app/login                                           -
    https://linear.app/                                                -
    https://app.linear.app/acme/issue/ENG-37                           -
  `),
};

/** Places that only look like a tracker, with a path that would name a ticket there. */
export const IMPERSONATIONS: readonly string[] = [
  ...[
    'wwwwgithub.com',
    'githubccom',
    'github.com.evil.org',
    'evil-github.com',
    'github.co',
    'github.com.',
    'www.github.com',
    'GITHUB.COM.EVIL.ORG',
  ].map((host) => `https://${host}/acme/app/issues/12`),
  'https://evil.org/github.com/acme/app/issues/12',
  'https://evil.org/?github.com/acme/app/issues/12',
  'https://evil.org/#https://github.com/acme/app/issues/12',
  'https://github.com@evil.org/acme/app/issues/12',
  'https://evil.org\\@github.com/acme/app/issues/12',
  ...[
    'evilatlassian.net',
    'acme.atlassian.net.evil.org',
    'atlassian.net',
    'acme-atlassian.net',
    'acme.atlassian.network',
    'acme.atlassian.net.',
  ].map((host) => `https://${host}/browse/PLN-1`),
  ...['linear.app.evil.org', 'linearr.app', 'xlinear.app', 'linear.application', 'linear.app.'].map(
    (host) => `https://${host}/acme/issue/ENG-37`,
  ),
  'javascript:location="https://github.com/acme/app/issues/12"',
  'data:text/html,https://github.com/acme/app/issues/12',
  'blob:https://github.com/acme/app/issues/12',
  'view-source:https://github.com/acme/app/issues/12',
  'chrome-extension://abc/github.com/acme/app/issues/12',
  'about:blank',
  'about:srcdoc',
  '',
  'github.com/acme/app/issues/12',
  '//github.com/acme/app/issues/12',
  'https://',
];

/** Sites of the user's own, as they are once added. */
export const SITES: readonly Site[] = [
  { origin: 'https://jira.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' },
  { origin: 'https://issues.example.org', context: '', tracker: 'jira', flavour: 'data-center' },
  { origin: 'https://tools.example.org:8443', context: '/tracker/jira', tracker: 'jira', flavour: 'data-center' },
  { origin: 'http://intranet', context: '/jira', tracker: 'jira', flavour: 'data-center' },
  { origin: 'http://localhost:2990', context: '/jira', tracker: 'jira', flavour: 'data-center' },
  { origin: 'http://odd.example.org:8443', context: '', tracker: 'jira', flavour: 'data-center' },
  { origin: 'https://odd.example.org:9000', context: '', tracker: 'jira', flavour: 'data-center' },
  { origin: 'https://work.example.org', context: '', tracker: 'jira', flavour: 'cloud' },
  { origin: 'https://ghe.example.org', context: '', tracker: 'github', flavour: 'server' },
  { origin: 'https://ghe', context: '', tracker: 'github', flavour: 'server' },
  { origin: 'https://acme.ghe.com', context: '', tracker: 'github', flavour: 'ghe.com' },
];

/** Addresses on those, and the ticket each names. */
export const OWN_ADDRESSES = rows(`
  https://jira.example.org/jira/browse/PLN-214                                          jira:jira.example.org/jira/PLN-214
  https://jira.example.org/jira/browse/pln-214/                                         jira:jira.example.org/jira/PLN-214
  https://JIRA.example.org/jira/browse/PLN-214?jql=project%20%3D%20PLN                  jira:jira.example.org/jira/PLN-214
  https://jira.example.org/jira/browse/PLN-214?focusedCommentId=5#comment-5             jira:jira.example.org/jira/PLN-214
  https://jira.example.org/jira/projects/PLN/issues/PLN-214?filter=allopenissues        jira:jira.example.org/jira/PLN-214
  https://jira.example.org/jira/issues/PLN-214?jql=x                                    jira:jira.example.org/jira/PLN-214
  https://jira.example.org/jira/projects/HLP/queues/custom/12/HLP-5                     jira:jira.example.org/jira/HLP-5
  https://jira.example.org/jira/servicedesk/agent/HLP/queues/custom/12/HLP-5            jira:jira.example.org/jira/HLP-5
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&selectedIssue=PLN-3  jira:jira.example.org/jira/PLN-3
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&view=detail&selectedIssue=pln-3    jira:jira.example.org/jira/PLN-3
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&view=planning&selectedIssue=PLN-3  jira:jira.example.org/jira/PLN-3
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&view=planning.nodetail&selectedIssue=PLN-3  -
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&view=planning        -
  https://jira.example.org/jira/secure/RapidBoard.jspa?rapidView=1&selectedIssue=       -
  https://jira.example.org/jira/secure/ManageRapidViews.jspa?selectedIssue=PLN-3        -
  https://jira.example.org/jira/secure/Dashboard.jspa                                   -
  https://jira.example.org/jira/issues/?jql=key%20%3D%20PLN-3                           -
  https://jira.example.org/jira/issues/?filter=10                                       -
  https://jira.example.org/jira/browse/PLN                                              -
  https://jira.example.org/jira/browse/PLN-214x                                         -
  https://jira.example.org/jira/x/browse/PLN-214                                        -
  https://jira.example.org/jira/projects/HLP/queues/custom/12                           -
  https://jira.example.org/browse/PLN-214                                               -
  https://jira.example.org/jirabrowse/PLN-214                                           -
  https://jira.example.org/wiki/browse/PLN-214                                          -
  https://jira.example.org/wiki/jira/browse/PLN-214                                     -
  http://jira.example.org/jira/browse/PLN-214                                           -
  https://jira.example.org:8443/jira/browse/PLN-214                                     -
  https://jira.example.org./jira/browse/PLN-214                                         -
  https://x.jira.example.org/jira/browse/PLN-214                                        -
  https://jira.example.org.evil.org/jira/browse/PLN-214                                 -
  https://jira.example.org@evil.org/jira/browse/PLN-214                                 -
  https://issues.example.org/browse/PLN-214                                             jira:issues.example.org/PLN-214
  https://tools.example.org:8443/tracker/jira/browse/PLN-1                              jira:tools.example.org:8443/tracker/jira/PLN-1
  http://intranet/jira/browse/PLN-1                                                     jira:intranet:80/jira/PLN-1
  http://localhost:2990/jira/browse/PLN-1                                               jira:localhost:2990/jira/PLN-1
  http://odd.example.org:8443/browse/PLN-1                                              jira:http:odd.example.org:8443/PLN-1
  https://odd.example.org:9000/browse/PLN-1                                             jira:https:odd.example.org:9000/PLN-1
  https://work.example.org/browse/PLN-214                                               jira:work.example.org/PLN-214
  https://work.example.org/jira/software/projects/PLN/boards/1?selectedIssue=PLN-198    jira:work.example.org/PLN-198
  https://work.example.org/jira/software/projects/PLN/boards/1                          -
  https://ghe.example.org/Acme/App/issues/12                                            github:ghe.example.org/Acme/App#12
  https://ghe.example.org/acme/app/pull/12                                              github:ghe.example.org/acme/app#12
  https://ghe.example.org/acme/app/issues                                               -
  https://ghe.example.org/gist/x/issues/12                                              -
  https://ghe.example.org/acme/app/pull/12/files                                        -
  https://ghe/acme/app/issues/12                                                        github:ghe:443/acme/app#12
  https://acme.ghe.com/acme/app/issues/12                                               github:acme.ghe.com/acme/app#12
  https://other.ghe.com/acme/app/issues/12                                              -
`);
