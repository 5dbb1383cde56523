import {attributeOf} from './dist/tag/settings/attribute-name.js';
import {settings} from './dist/tag/settings/settings.js';

/** @param {string} path */
const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const tagName = 'web-engagement';
const isElement = (declaration) => declaration.tagName !== undefined;
const isPublic = (member) =>
  !member.static && !/^#|Callback$/.test(member.name) && !['private', 'protected'].includes(member.privacy);

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

/** What the interfaces of settings and commands and the style sheet say about the element. */
const documented = new Map();
const described = {
  Settings: documented,
  CardSettings: documented,
  Commands: new Map(),
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
  const {csspart, cssproperty, cssState} = described.styles;
  Object.assign(declaration, {cssParts: csspart, cssProperties: cssproperty, cssStates: cssState});
}

function publishClass(declaration) {
  declaration.members = declaration.members?.filter(isPublic);
  if (declaration.tagName === tagName) describeElement(declaration);
}

/** Leaves what a page can use: elements and their events, under the paths of the package. */
const publicContract = {
  name: 'public-contract',
  analyzePhase({ts, node}) {
    if (ts.isInterfaceDeclaration(node) && node.name.text in described) readInterface({ts, node});
    const file = node.getSourceFile?.().fileName ?? '';
    if (ts.isVariableStatement(node) && file.endsWith(`${tagName}.styles.ts`)) readStyles({ts, node});
  },
  packageLinkPhase({customElementsManifest: manifest}) {
    const describes = ({declarations, exports}) =>
      declarations.some((it) => isElement(it) || (it.kind === 'class' && /Event$/.test(it.name))) ||
      exports.some(({kind}) => kind === 'custom-element-definition');
    manifest.modules = manifest.modules.filter(describes);
    for (const {declarations} of manifest.modules) {
      for (const declaration of declarations) if (declaration.kind === 'class') publishClass(declaration);
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
