import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files.js';
import { DOCS_URL, packageRoot } from '../../project.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-setup', en);

/**
 * The page of a rule, as the package brings it along.
 * @throws Problem code `file` where it does not.
 */
export function rulePage(id: string): string {
  const file = join(packageRoot(), 'dist', 'rules', `${id}.md`);
  if (!existsSync(file))
    throw new Problem('file', say('noPage', { url: `${DOCS_URL}/rules/${id}.md` }), { file });
  return readText(file).replace(/^<!--[^]*?-->\n/, '');
}
