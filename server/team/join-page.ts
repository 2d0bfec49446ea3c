// Where an invite's link leads. The invite stands behind the #, which no browser sends: this page is the same for everybody.

export const JOIN_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>Join a team</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style></head>
<body><main><h1>An invite to a team on Azimuth</h1><p>Copy the whole address of this page, open the extension’s dashboard, <em>Settings</em>,
<em>Team</em>, and paste it there. It works once.</p></main></body></html>`;
