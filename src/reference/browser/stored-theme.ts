export type Theme = 'light' | 'dark';

const KEY = 'lint-policies-theme';

/** The theme that the reader chose; undefined where the system's is followed. */
export function readTheme(): Theme | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : undefined;
  } catch {
    return undefined; // Storage is closed to some pages opened from the file system.
  }
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then lasts for this page only.
  }
}
