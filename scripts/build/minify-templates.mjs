import MagicString from 'magic-string';

/** @typedef {{start: number, end: number, text: string}} Piece a part of the source, and what replaces it */

/** @type {Readonly<Record<string, (text: string, startsInTag: boolean) => string>>} */
const shorten = {
  css: (text) =>
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,!/>]) ?| (?=\))|(?<=\() /g, '$1')
      .replaceAll(': ', ':')
      .replaceAll(';}', '}')
      .replace(/(?<![\d.])0(?=\.\d)/g, ''),
  html: withoutIndentation,
  svg: withoutIndentation,
};

/**
 * Takes line breaks and indentation out of markup. Between elements and expressions nothing is left of them, because each
 * would be a text node in every copy of the template, and grid and flex layouts do not show them. Beside words and in
 * tags a space is left.
 *
 * @param {string} text
 * @param {boolean} startsInTag whether the expression before it is an attribute's
 */
function withoutIndentation(text, startsInTag) {
  const endsInTag = isInTag(text, startsInTag);
  return text.replace(/\s*\n\s*/g, (indentation, at) => {
    const before = at === 0 ? !startsInTag : text[at - 1] === '>';
    const end = at + indentation.length;
    const after = end === text.length ? !endsInTag : text[end] === '<';
    return before && after ? '' : ' ';
  });
}

/**
 * Whether what follows a text is in a tag.
 *
 * @param {string} text
 * @param {boolean} startsInTag
 */
function isInTag(text, startsInTag) {
  const [open, close] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
  return open === close ? startsInTag : open > close;
}

/**
 * Shortens the text of `css`, `html` and `svg` templates: comments and white space of style sheets, line breaks and
 * indentation of markup. Dependencies stay unchanged.
 * @returns {import('rollup').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (/[\\/]node_modules[\\/]/.test(id)) return null;
      const shorter = new MagicString(code);
      for (const {start, end, text} of templatePieces(this.parse(code))) {
        if (start < end) shorter.update(start, end, text);
      }
      return {code: shorter.toString(), map: shorter.generateMap({hires: true})};
    },
  };
}

/**
 * @param {any} node of a syntax tree, or a list of nodes
 * @returns {Generator<Piece>}
 */
function* templatePieces(node) {
  if (typeof node !== 'object' || node === null) return;
  const shortenText = node.type === 'TaggedTemplateExpression' && shorten[node.tag.name];
  if (shortenText) {
    let isTag = false;
    for (const {start, end, value} of node.quasi.quasis) {
      yield {start, end, text: shortenText(value.raw, isTag)};
      isTag = isInTag(value.raw, isTag);
    }
  }
  for (const child of Object.values(node)) yield* templatePieces(child);
}
