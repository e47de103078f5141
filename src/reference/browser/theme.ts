import { readTheme } from './stored-theme.js';

// Runs before the page is painted: a reader who chose a theme never sees the other one flash.
const theme = readTheme();
if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
