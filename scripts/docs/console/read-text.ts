import ts from 'typescript';
import {walk, type Modules} from '../../house/modules.js';

const unknown = '…';

/** Reads which texts an expression may have, with `…` for what is known only when it runs. */
export type Reader = (node: ts.Node) => readonly string[];

/** Makes a reader that follows constants and functions by their names, through all modules. */
export function createReader(modules: Modules): Reader {
  const exported = findExports(modules);
  const open = new Set<ts.Node>();
  const follow = (name: ts.Identifier): readonly string[] => {
    const found = findInScope(name) ?? exported.get(name.text);
    if (!found || open.has(found)) return [unknown];
    open.add(found);
    const texts = read(found);
    open.delete(found);
    return texts;
  };
  const read: Reader = (node) => readText(node, read, follow);
  return read;
}

type Follow = (name: ts.Identifier) => readonly string[];

function readText(node: ts.Node, read: Reader, follow: Follow): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [readTemplate(node, read)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return read(node.expression);
  if (ts.isConditionalExpression(node)) return [...read(node.whenTrue), ...read(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return readBinary(node, read);
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? [] : follow(node);
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return follow(node.expression);
  if (ts.isFunctionLike(node)) return readReturns(node, read);
  return [unknown];
}

function readTemplate({head, templateSpans}: ts.TemplateExpression, read: Reader): string {
  const fill = (node: ts.Expression): string => {
    const [text = unknown, ...others] = ts.isIdentifier(node) ? read(node) : [];
    return others.length === 0 ? text : unknown;
  };
  return templateSpans.reduce((text, {expression, literal}) => text + fill(expression) + literal.text, head.text);
}

function readBinary({left, right, operatorToken: {kind}}: ts.BinaryExpression, read: Reader): readonly string[] {
  if (kind === ts.SyntaxKind.PlusToken) return read(left).flatMap((one) => read(right).map((other) => one + other));
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return read(right);
  return [...read(left), ...read(right)];
}

function readReturns(node: ts.SignatureDeclaration, read: Reader): readonly string[] {
  const {body} = node as ts.FunctionLikeDeclaration;
  if (!body) return [unknown];
  if (!ts.isBlock(body)) return read(body);
  const texts: string[] = [];
  walk(body, (it) => {
    if (ts.isReturnStatement(it) && it.expression && enclosing(it) === node) texts.push(...read(it.expression));
  });
  return texts;
}

const enclosing = (node: ts.Node): ts.Node | undefined => ts.findAncestor(node.parent, ts.isFunctionLike);

/** The constant or function that a name means where it stands. */
function findInScope(name: ts.Identifier): ts.Node | undefined {
  for (let scope: ts.Node = name.parent; ; scope = scope.parent) {
    if (ts.isBlock(scope) || ts.isSourceFile(scope)) {
      const found = scope.statements.map((statement) => declarationIn(statement, name.text)).find(Boolean);
      if (found) return found;
    }
    if (ts.isSourceFile(scope)) return undefined;
  }
}

function declarationIn(statement: ts.Statement, name: string): ts.Node | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name ? statement : undefined;
  if (!ts.isVariableStatement(statement)) return undefined;
  const found = statement.declarationList.declarations.find((it) => it.name.getText() === name);
  return found?.initializer;
}

function findExports(modules: Modules): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const {source} of modules.values()) {
    for (const statement of source.statements) {
      const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
      if (!isExported) continue;
      const names = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map((it) => it.name.getText())
        : ts.isFunctionDeclaration(statement) && statement.name
          ? [statement.name.text]
          : [];
      for (const name of names) found.set(name, declarationIn(statement, name) ?? statement);
    }
  }
  return found;
}

const isExport = ({kind}: ts.Node): boolean => kind === ts.SyntaxKind.ExportKeyword;
