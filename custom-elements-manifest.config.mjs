/** @param {string} path */
const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const isElement = (declaration) => declaration.tagName !== undefined;

// The analyzer takes `this.field.view = this` for a field of its own.
const isPublic = (member) =>
  member.default !== 'this' &&
  !member.static &&
  !/^#|Callback$/.test(member.name) &&
  !['private', 'protected'].includes(member.privacy);

/** An element says all of itself: the classes between it and Lit are nobody else's concern. */
function publishClass(declaration) {
  if (isElement(declaration)) declaration.superclass = {name: 'LitElement', package: 'lit'};
  for (const part of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) delete part.inheritedFrom;
  declaration.members = declaration.members?.filter(isPublic);
  // Of `this.x = name` in a constructor the analyzer resolves the constant for the field, not for its attribute.
  for (const attribute of declaration.attributes ?? []) {
    const field = declaration.members?.find(({name}) => name === attribute.fieldName);
    if (field?.default !== undefined) attribute.default = field.default;
  }
}

/** Leaves what a page can use: elements and their events, under the paths of the package. */
const publicContract = {
  name: 'public-contract',
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
  globs: ['src/element/*.ts', 'src/tag/*.ts', 'src/timeline/*.ts', 'src/timeline.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicContract],
};
