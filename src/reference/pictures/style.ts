/** How pictures look. The site defines the same variables for its themes; a picture in a file of its own brings them along. */
export const PICTURE_STYLE = `
.picture text { font: 13px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; fill: var(--ink); }
.picture .number { fill: var(--soft); font-variant-numeric: tabular-nums; }
.picture .head { fill: var(--soft); font-size: 12px; }
.picture .strong { font-weight: 600; }
.picture .node { fill: var(--raised); stroke: var(--line); }
.picture .hub { fill: var(--accent); }
.picture .hub-text { fill: var(--on-accent); font-weight: 600; }
.picture .flow { fill: none; stroke-linecap: round; opacity: 0.55; }
.picture .flow-in { stroke: var(--c2); }
.picture .flow-out { stroke: var(--c1); }
.picture .c0 { fill: var(--c0); }
.picture .c1 { fill: var(--c1); }
.picture .c2 { fill: var(--c2); }
.picture .c3 { fill: var(--c3); }
.picture .c4 { fill: var(--c4); }
.picture .c5 { fill: var(--c5); }
.picture .axis { stroke: var(--line); }
`.trim();

/** Each at least 3:1 against its background (WCAG 1.4.11), text colours 4.5:1. */
const LIGHT: Readonly<Record<string, string>> = {
  ink: '#1f2328',
  soft: '#59636e',
  line: '#c4cbd3',
  raised: '#f3f5f7',
  accent: '#0b5c7d',
  'on-accent': '#fff',
  c0: '#868e96',
  c1: '#0b5c7d',
  c2: '#b4552d',
  c3: '#4d7c3a',
  c4: '#7d5ba6',
  c5: '#a8324e',
};
const DARK: Readonly<Record<string, string>> = {
  ink: '#e6e9ed',
  soft: '#9aa4af',
  line: '#3b444e',
  raised: '#1c2229',
  accent: '#6fc3e4',
  'on-accent': '#0a1a22',
  c0: '#7d8690',
  c1: '#5db3d6',
  c2: '#e2926b',
  c3: '#8fbf7a',
  c4: '#b79be0',
  c5: '#ee8aa2',
};

export const PICTURE_COLOURS = `
svg { ${variables(LIGHT)} }
@media (prefers-color-scheme: dark) { svg { ${variables(DARK)} } }
`.trim();

function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}
