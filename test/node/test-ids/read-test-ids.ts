import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

/** A test, or a suite of tests, whose title ends with an id, such as `is sent once [LM4]`. */
export interface IdentifiedTest {
  /** Path from the root of the project. */
  readonly file: string;
  /** Behind the titles of its suites and without the id; `…` stands for what the file fills in. */
  readonly title: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const functions = ['describe', 'it', 'test', 'inEveryEngine', 'inChromium', 'onHostPages'];
const ended = /^(.*) \[([A-Z]+\d+)\]$/s;

/** Finds the tests with an id in the whole of `test/`, by their ids. */
export function readTestIds(): ReadonlyMap<string, readonly IdentifiedTest[]> {
  const found = new Map<string, IdentifiedTest[]>();
  const files = readdirSync(`${root}test`, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'));
  for (const name of files.map((name) => name.replaceAll('\\', '/')).sort()) {
    const file = `test/${name}`;
    for (const [id, title] of idsIn(readFileSync(root + file, 'utf8'))) {
      found.set(id, [...(found.get(id) ?? []), {file, title}]);
    }
  }
  return found;
}

/** The ids in a file's text, with their titles. */
export function idsIn(text: string): [id: string, title: string][] {
  // Most files have none, and parsing them all takes seconds.
  if (!/ \[[A-Z]+\d+\]/.test(text)) return [];
  const source = ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest);
  const found: [string, string][] = [];
  const visit = (node: ts.Node, suites: readonly string[]): void => {
    const title = titleOf(node, source);
    const [, bare = title, id] = ended.exec(title ?? '') ?? [];
    const titles = bare === undefined ? suites : [...suites, bare];
    if (id) found.push([id, titles.join(' › ')]);
    ts.forEachChild(node, (child) => visit(child, titles));
  };
  visit(source, []);
  return found;
}

/** The title that a node gives to a test or a suite. */
export function titleOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (!ts.isCallExpression(node) || !functions.includes(node.expression.getText(source))) return undefined;
  const [title] = node.arguments;
  if (!title) return undefined;
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return '…';
  return [title.head.text, ...title.templateSpans.map(({literal}) => literal.text)].join('…');
}
