import ts from 'typescript';

const functions = ['describe', 'it', 'inEveryEngine'];

/** Reads the titles of all tests and suites of a file, from its text; `…` stands for what is filled in. */
export function readTitles(text: string): Set<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && functions.includes(node.expression.getText(source))) {
      const title = node.arguments[0] && titleOf(node.arguments[0]);
      if (title) titles.add(title);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest);
  visit(source);
  return titles;
}

function titleOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join('…');
}
