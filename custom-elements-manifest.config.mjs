import {attributeOf} from './dist/tag/settings/attribute-name.js';
import {settings} from './dist/tag/settings/settings.js';
import {memberTypes} from './scripts/build/member-types.mjs';

/** @param {string} path */
const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const tagName = 'web-engagement';
const isElement = (declaration) => declaration.tagName !== undefined;
const isPublic = (member) =>
  !member.static && !/^#|Callback$/.test(member.name) && !['private', 'protected'].includes(member.privacy);

const isDefinition = ({kind}) => kind === 'custom-element-definition';

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

/** What the interfaces of settings, commands and events and the style sheet say about the element. */
const documented = new Map();
const described = {
  Settings: documented,
  CardSettings: documented,
  Commands: new Map(),
  WebEngagementEventMap: new Map(),
  styles: {csspart: [], cssproperty: [], cssState: []},
};

function readInterface({ts, node}) {
  for (const member of node.members) {
    const [doc] = member.jsDoc ?? [];
    const tag = ts.getJSDocDeprecatedTag(member);
    described[node.name.text].set(member.name.text, {
      description: oneLine(doc && ts.getTextOfJSDocComment(doc.comment)),
      ...(tag && {deprecated: oneLine(ts.getTextOfJSDocComment(tag.comment))}),
      ...(member.type && {type: {text: oneLine(member.type.getText())}}),
    });
  }
}

function readStyles({ts, node}) {
  for (const tag of node.jsDoc?.flatMap(({tags}) => tags ?? []) ?? []) {
    const list = described.styles[tag.tagName.text];
    const [, name, initial, description] =
      /^\[?(--[\w-]+|[\w-]+)(?:=(.*?)\])? - (.*)$/.exec(oneLine(ts.getTextOfJSDocComment(tag.comment))) ?? [];
    list?.push({name, description, ...(initial && {default: initial})});
  }
}

/** The fields and attributes of the element, as the table of settings has them. */
function describeSettings(declaration) {
  const fields = Object.entries(settings).map(([name, {parse, initial}]) => {
    const {description, type, deprecated} = documented.get(name);
    const attribute = parse && attributeOf(name);
    return {
      kind: 'field',
      name,
      description,
      type,
      privacy: 'public',
      ...(deprecated && {deprecated}),
      ...(initial !== undefined && {default: typeof initial === 'string' ? `'${initial}'` : String(initial)}),
      ...(attribute && {attribute}),
    };
  });
  declaration.attributes = fields.flatMap(({name: fieldName, attribute, type, description, default: initial}) =>
    attribute ? {name: attribute, fieldName, type, description, ...(initial && {default: initial})} : [],
  );
  declaration.members.unshift(...fields);
}

function describeElement(declaration) {
  for (const member of declaration.members ?? []) {
    member.description ??= described.Commands.get(member.name)?.description;
  }
  describeSettings(declaration);
  declaration.events = [...described.WebEngagementEventMap].map(([name, event]) => ({name, ...event}));
  const {csspart, cssproperty, cssState} = described.styles;
  Object.assign(declaration, {cssParts: csspart, cssProperties: cssproperty, cssStates: cssState});
}

/** Writes out the words that a property or an attribute takes, and leaves to attributes what can be written. */
function spellTypes({members, attributes}, types) {
  for (const member of members) if (types.has(member.name)) member.type = {text: types.get(member.name).property};
  for (const attribute of attributes) attribute.type = {text: types.get(attribute.fieldName).attribute};
}

function publishClass(declaration, path) {
  declaration.members = declaration.members?.filter(isPublic);
  if (declaration.tagName === tagName) describeElement(declaration);
  if (isElement(declaration)) spellTypes(declaration, memberTypes(built(path), declaration.name));
}

/** The export by which a call of `register` makes a tag known. */
function definitionOf({expression, arguments: [elementClass, tag]}) {
  if (expression.text !== 'register' || !elementClass) return [];
  return [{kind: 'custom-element-definition', name: tag?.text ?? tagName, declaration: {name: elementClass.text}}];
}

/** Adds where each class is declared to the exports that make its tag known. */
function linkDefinitions({modules}) {
  for (const {declaration} of modules.flatMap((module) => module.exports).filter(isDefinition)) {
    declaration.module = modules.find((module) => module.declarations.some(({name}) => name === declaration.name)).path;
  }
}

/** Leaves what a page can use: elements and their events, under the paths of the package. */
const publicContract = {
  name: 'public-contract',
  analyzePhase({ts, node, moduleDoc}) {
    if (ts.isCallExpression(node)) moduleDoc.exports = [...(moduleDoc.exports ?? []), ...definitionOf(node)];
    if (ts.isInterfaceDeclaration(node) && node.name.text in described) readInterface({ts, node});
    const file = node.getSourceFile?.().fileName ?? '';
    if (ts.isVariableStatement(node) && file.endsWith(`${tagName}.styles.ts`)) readStyles({ts, node});
  },
  packageLinkPhase({customElementsManifest: manifest}) {
    const describes = ({declarations, exports}) =>
      declarations.some((it) => isElement(it) || (it.kind === 'class' && /Event$/.test(it.name))) ||
      exports.some(isDefinition);
    linkDefinitions(manifest);
    manifest.modules = manifest.modules.filter(describes);
    for (const {declarations, path} of manifest.modules) {
      for (const declaration of declarations) if (declaration.kind === 'class') publishClass(declaration, path);
    }
    JSON.stringify(manifest, (_key, value) => {
      if (typeof value?.path === 'string') value.path = built(value.path);
      if (typeof value?.module === 'string') value.module = built(value.module);
      return value;
    });
  },
};

export default {
  globs: ['src/element/*.ts', 'src/tag/**/*.ts', 'src/timeline/*.ts', 'src/timeline.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicContract],
};
