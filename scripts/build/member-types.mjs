import {resolve} from 'node:path';
import ts from 'typescript';

const {ModuleKind, ModuleResolutionKind, TypeFlags, TypeFormatFlags} = ts;
const options = {module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext, strict: true};
const {StringLike, NumberLike, BooleanLike} = TypeFlags;
const asText = StringLike | NumberLike | BooleanLike;
const {NoTruncation, InTypeAlias, UseSingleQuotesForStringLiteralType} = TypeFormatFlags;
const format = NoTruncation | InTypeAlias | UseSingleQuotesForStringLiteralType;

/**
 * The types of those members of a class that can be written as text, with every word that they take.
 *
 * @param {string} file a built module
 * @param {string} className
 * @returns {Map<string, {property: string, attribute: string}>}
 */
export function memberTypes(file, className) {
  const path = resolve(file.replace(/\.js$/, '.d.ts'));
  const program = ts.createProgram([path], options);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(/** @type {ts.SourceFile} */ (program.getSourceFile(path)));
  const elementClass = module && checker.getExportsOfModule(module).find(({name}) => name === className);
  if (!elementClass) throw new Error(`Expected the class ${className} in ${path}, got none`);
  const members = checker.getDeclaredTypeOfSymbol(elementClass).getProperties();
  return new Map(members.flatMap((member) => spellMember(member, checker)));
}

/**
 * @param {ts.Symbol} member
 * @param {ts.TypeChecker} checker
 * @returns {[string, {property: string, attribute: string}][]}
 */
function spellMember(member, checker) {
  const type = checker.getTypeOfSymbol(member);
  const spell = (/** @type {ts.Type} */ part) => checker.typeToString(part, undefined, format);
  const given = (type.isUnion() ? type.types : [type]).filter(({flags}) => !(flags & TypeFlags.Undefined));
  const written = given.filter(({flags}) => flags & asText);
  if (written.length === 0) return [];
  const property = spell(type);
  const attribute = written.length === given.length ? property : [...written.map(spell), 'undefined'].join(' | ');
  return [[member.name, {property, attribute}]];
}
