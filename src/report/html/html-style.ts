/** The page's only stylesheet; its hash stands in the content security policy. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --line: light-dark(#d0d7de, #3d444d);
  --soft: light-dark(#f6f8fa, #1c2128);
  --bad: light-dark(#b3261e, #ff8a80);
  --warn: light-dark(#8a5300, #e3b341);
  --good: light-dark(#1a7f37, #57d17a);
  --link: light-dark(#0550ae, #79b8ff);
}
body {
  margin: 0;
  font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #0d1117);
  color: light-dark(#1f2328, #e6edf3);
}
main, footer { max-width: 70rem; margin: auto; padding: 1rem; }
a { color: var(--link); }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { padding: .75rem; overflow-x: auto; background: var(--soft); border-radius: .375rem; overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border: 1px solid var(--line); }
th { background: var(--soft); }
h2, [id^="policy-"], .group { scroll-margin-top: 1rem; }
.wide { overflow-x: auto; }
.wide th[scope="row"] { font-weight: 400; min-width: 14rem; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.classes { padding-left: 0; list-style: none; }
.dangers, .errors { color: var(--bad); }
.warnings { color: var(--warn); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
#filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; padding: .5rem 0; }
select { font: inherit; max-width: min(100%, 24rem); }
[hidden], #filter[hidden] { display: none; }
summary { cursor: pointer; padding: .25rem 0; overflow-wrap: anywhere; }
.message { font-weight: 600; }
article {
  content-visibility: auto;
  contain-intrinsic-size: auto 12rem;
  margin: 1rem 0;
  padding: 0 1rem;
  border: 1px solid var(--line);
  border-left: .3rem solid var(--line);
  border-radius: .375rem;
}
article.error { border-left-color: var(--bad); }
article.warning { border-left-color: var(--warn); }
.verdict { font-size: 1.15rem; font-weight: 600; }
.error > .where > strong, .verdict.error, .short { color: var(--bad); }
.warning > .where > strong, .verdict.warning { color: var(--warn); }
.clean { color: var(--good); }
footer { font-size: .9rem; }
@media print {
  #filter, nav { display: none; }
  article { content-visibility: visible; break-inside: avoid; }
}
`;
