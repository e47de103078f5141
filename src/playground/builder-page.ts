import { startBuilder } from '../reference/browser/builder.js';
import { lintText } from './lint-text.js';

startBuilder(lintText);
