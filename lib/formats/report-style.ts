// The report's own style: the colours of the dashboard by role, light, dark and on paper. It asks for nothing from anywhere.
export const REPORT_STYLE = `
:root{color-scheme:light dark;--bg:#fff;--sunken:#f7f8fa;--fg:#171a20;--fg2:#525a67;--line:#e5e8ec;--control:#868e9b;--link:#1f5fcf;--gain:#c5d8f8;--gain-line:#1f5fcf;--loss:#f3cfb0;--ok:#187a3b;--warn:#8a5a00;--bad:#c2272d}
@media (prefers-color-scheme:dark){:root{--bg:#121418;--sunken:#0c0e11;--fg:#eceef2;--fg2:#a6adb9;--line:#24282f;--control:#6f7885;--link:#7cadff;--gain:#2b4a7c;--gain-line:#7cadff;--loss:#6b4019;--ok:#4cc274;--warn:#dba73c;--bad:#ff7d75}}
@media print{:root{color-scheme:light;--bg:#fff;--sunken:#f7f8fa;--fg:#171a20;--fg2:#525a67;--line:#d0d5dd;--control:#868e9b;--link:#171a20;--gain:#c5d8f8;--gain-line:#1f5fcf;--loss:#f3cfb0;--ok:#187a3b;--warn:#8a5a00;--bad:#c2272d}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:400 13px/20px -apple-system,BlinkMacSystemFont,"Segoe UI",Inter,Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:1080px;margin:0 auto;padding:32px 24px 48px}
h1{font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.014em;margin:0;overflow-wrap:anywhere}
h2{font-size:14px;line-height:20px;font-weight:600;margin:32px 0 8px}
p{margin:0}
.muted{color:var(--fg2)}.small{font-size:12px;line-height:16px}.ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.tag{display:inline-block;padding:0 6px;border:1px solid var(--line);border-radius:4px;font-size:11px;line-height:16px;color:var(--fg2)}
.judged{display:flex;flex-wrap:wrap;gap:16px 48px;margin:24px 0 16px;padding-top:16px;border-top:1px solid var(--line)}
.judged>div:first-child{flex:1 1 320px}
.word{font-size:24px;line-height:32px;font-weight:600;letter-spacing:-.02em}
dl{display:flex;flex-wrap:wrap;gap:16px 32px;margin:0}
dd,dt{margin:0}
.figure{font-size:20px;line-height:28px;font-weight:600}
svg{display:block;max-width:100%}
.course .line{fill:none;stroke:var(--fg);stroke-width:1.5}.course .pace{fill:none;stroke:var(--ok);stroke-dasharray:4 3}.course .now{fill:var(--fg)}
.bar .zero{stroke:var(--control);fill:none}.bar .gain{fill:var(--gain)}.bar .loss{fill:var(--loss)}.bar .mean{stroke:var(--fg);stroke-width:2;fill:none}
table{border-collapse:collapse;width:100%;font-size:12px;line-height:16px}
th{font-size:11px;font-weight:500;color:var(--fg2);text-align:start;vertical-align:bottom}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
.num{text-align:end;white-space:nowrap}
.title{overflow-wrap:anywhere;min-width:180px}
.title b{display:block;font-weight:500;font-size:13px;line-height:18px}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:0 48px}
.scroll{overflow-x:auto}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px;white-space:nowrap}
footer{margin-top:32px;padding-top:12px;border-top:1px solid var(--line)}
@media print{main{max-width:none;padding:0}.scroll{overflow:visible}tr,svg,.judged{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}a{text-decoration:none}}
@page{margin:14mm}
`;
