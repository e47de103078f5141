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
article {
  margin: 1rem 0;
  padding: 0 1rem;
  border: 1px solid var(--line);
  border-left: .3rem solid var(--line);
  border-radius: .375rem;
}
article.error { border-left-color: var(--bad); }
article.warning { border-left-color: var(--warn); }
.verdict { font-size: 1.15rem; font-weight: 600; }
.error > h3, .verdict.error, .short { color: var(--bad); }
.warning > h3, .verdict.warning { color: var(--warn); }
.clean { color: var(--good); }
footer { font-size: .9rem; }
`;
