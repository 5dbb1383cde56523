import ts from 'typescript';
import {functionsIn, linesOf} from './functions.js';
import {importsOf} from './cycles.js';
import {type Modules, walk} from './modules.js';

/** A measure of src, and its limit. */
export interface Measure {
  readonly name: string;
  readonly value: string;
  /** Every breach as one sentence. */
  readonly problems: readonly string[];
}

const usualFunction = 14;
const longestFunction = 40;
const usualShare = 0.9;
const longestFile = 250;
const tinyFunction = 5;
const elements = 2;

/** Measures the modules of src. */
export function measure(modules: Modules): Measure[] {
  return [usualFunctions, longFunctions, longFiles, tinyFiles, elementClasses].map((take) => take(modules));
}

function usualFunctions(modules: Modules): Measure {
  const all = functionsIn(modules);
  const share = all.filter(({lines}) => lines <= usualFunction).length / Math.max(all.length, 1);
  const value = `${(share * 100).toFixed(1)} % of ${all.length}`;
  return {
    name: `functions of at most ${usualFunction} lines`,
    value,
    problems:
      share >= usualShare || all.length === 0 ? [] : [`Only ${value} functions have at most ${usualFunction} lines.`],
  };
}

function longFunctions(modules: Modules): Measure {
  const long = functionsIn(modules).filter(({lines}) => lines > longestFunction);
  return counted(
    `functions of more than ${longestFunction} lines`,
    long.map(({place, name, lines}) => `${place}: ${name} has ${lines} lines.`),
  );
}

/** Style sheets may be long, because they are lists. */
function longFiles(modules: Modules): Measure {
  const long = [...modules]
    .map(([file, {source}]) => ({file, lines: source.getLineAndCharacterOfPosition(source.end).line}))
    .filter(({file, lines}) => lines > longestFile && !file.endsWith('.styles.ts'));
  return counted(
    `files of more than ${longestFile} lines`,
    long.map(({file, lines}) => `${file} has ${lines} lines.`),
  );
}

/** Files with one short function and one caller, into which the function could be moved. */
function tinyFiles(modules: Modules): Measure {
  const tiny = [...modules].flatMap(([file, {source}]) => {
    const [statement, ...others] = source.statements.filter(isCode);
    if (!statement || others.length > 0 || !isFunction(statement) || linesOf(statement, source) > tinyFunction)
      return [];
    const callers = [...modules.keys()].filter((caller) => importsOf(modules, caller).includes(file));
    const [caller] = callers;
    return caller && callers.length === 1 ? [`${file} holds one short function of ${caller}.`] : [];
  });
  return counted('files of one short function with one caller', tiny);
}

function elementClasses(modules: Modules): Measure {
  const found: string[] = [];
  for (const [file, {source}] of modules) {
    walk(source, (node) => {
      if (ts.isClassLike(node) && /Element$/.test(parentOf(node))) found.push(`${file} extends ${parentOf(node)}.`);
    });
  }
  const measure = counted(`classes that extend an element (${elements} are allowed)`, found);
  return {...measure, problems: found.length > elements ? found : []};
}

function parentOf({heritageClauses}: ts.ClassLikeDeclaration): string {
  const clause = heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword);
  const parent = clause?.types[0]?.expression;
  return parent && ts.isIdentifier(parent) ? parent.text : '';
}

function isCode(statement: ts.Statement): boolean {
  return (
    !ts.isImportDeclaration(statement) && !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)
  );
}

/** A function declaration, or a constant that is a function. */
function isFunction(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  const [declaration] = statement.declarationList.declarations;
  return declaration?.initializer !== undefined && ts.isArrowFunction(declaration.initializer);
}

function counted(name: string, problems: readonly string[]): Measure {
  return {name, value: String(problems.length), problems};
}
