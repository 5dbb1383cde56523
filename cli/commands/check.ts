import {parseArgs} from 'node:util';
import {UsageError, type Command} from '../command.js';
import {checkFiles} from '../page/file-check.js';
import {findTags, type PageTags} from '../page/page-tags.js';
import {readPage, type Page} from '../page/page.js';
import {checkPolicy} from '../page/policy-check.js';
import {checkSettings} from '../page/settings-check.js';

/** Reads a page and its headers, and says what would fail. */
export const check: Command = {
  summary: 'reads a page and says what would fail',
  help: `Usage: web-engagement check <url | file>

Reads a page and its headers, and says what would keep the widget from working: settings, the Content Security Policy, the files of the
script tag. The exit code is 1 if there is a problem. Settings that the page sets by script are not seen.`,
  run: async (args, {print}) => {
    const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
    const [source] = positionals;
    if (source === undefined) throw new UsageError('Expected the address of a page, or a file');
    const problems = await findProblems(await readPage(source));
    for (const problem of problems) print(`✗ ${problem}`);
    print(problems.length === 0 ? '✓ No problem found.' : `${problems.length} to mend.`);
    return problems.length === 0 ? 0 : 1;
  },
};

async function findProblems(page: Page): Promise<readonly string[]> {
  const tags = findTags(page.html);
  const {scripts, elements} = tags;
  const [script] = scripts;
  if (!script && elements.length === 0)
    return ['Expected a script web-engagement.js or a tag <web-engagement>, got none'];
  const settings = settingsOf(tags);
  const problems = checkSettings(settings);
  if (scripts.length > 1) problems.push(`Expected one script web-engagement.js, got ${scripts.length}`);
  if (!script) return problems;
  const address = new URL(script['src'] ?? '', page.url);
  const policies = [...page.policies, ...tags.policies].flatMap((policy) =>
    checkPolicy(policy, toProperties(settings), page.url, address, script['nonce']),
  );
  return [...problems, ...policies, ...(await checkFiles(address, page.url))];
}

/** The attributes of the page's own tag, or of the script that makes one. */
function settingsOf({scripts: [script = {}], elements: [element]}: PageTags): Readonly<Record<string, string>> {
  if (element) return element;
  const data = Object.entries(script).filter(([name]) => name.startsWith('data-'));
  return Object.fromEntries(data.map(([name, value]) => [name.slice('data-'.length), value]));
}

const toProperties = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
