/**
 * Where Lit and zod behave as if the page were theirs, and how a guest does it: what they put on global objects stays in the bundle,
 * what the page put there for its own copies is left alone, and a page that has added to `Object.prototype` does not stop them.
 * @type {readonly {readonly file: RegExp; readonly places: readonly (readonly [found: RegExp, replacement: string])[]}[]}
 */
const files = [
  {
    // Every browser that we name adopts style sheets; the other way is a style element, which a strict policy forbids.
    file: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/,
    places: [
      [
        /\w+\.ShadowRoot&&\(.*?\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
        '!0',
      ],
      [/throw Error\("Value passed to 'css'.*?"\)/, 'throw Error("css")'],
      [/throw Error\("CSSResult is not.*?"\)/, 'throw Error("css")'],
    ],
  },
  {
    file: /[\\/]lit-html[\\/]lit-html\.js$/,
    places: [
      [/\w+\.litHtmlPolyfillSupport/, 'undefined'],
      [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    ],
  },
  {
    file: /[\\/]lit-element[\\/]lit-element\.js$/,
    places: [
      [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
      [/\w+\.litElementPolyfillSupport/, 'undefined'],
      [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    ],
  },
  {
    file: /[\\/]@lit[\\/]reactive-element[\\/]reactive-element\.js$/,
    places: [
      [/\w+\.reactiveElementPolyfillSupport/, 'undefined'],
      [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
      [
        /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/,
        'const metadataKey=Symbol("metadata"),litPropertyMetadata=new WeakMap',
      ],
      [/Symbol\.metadata\b/g, 'metadataKey'],
    ],
  },
  {
    file: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/,
    places: [
      [/\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);/, ''],
      [/export const globalConfig = globalThis\.__zod_globalConfig/, 'export const globalConfig = {}'],
      [/globalThis\.__zod_globalConfig/g, 'globalConfig'],
    ],
  },
  {
    file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/,
    places: [[/for \(const key in (table|computes)\)/g, 'for (const key of Object.keys($1))']],
  },
];

/** @returns {import('rollup').Plugin} */
export function guestManners() {
  return {
    name: 'guest-manners',
    transform(code, id) {
      const places = files.find(({file}) => file.test(id))?.places;
      if (!places) return null;
      for (const [found, replacement] of places) {
        if (code.search(found) < 0)
          this.error(`Expected to find ${found} here; this version is written in another way.`);
        code = code.replace(found, replacement);
      }
      return {code, map: null};
    },
  };
}
