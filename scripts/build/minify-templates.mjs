/** @typedef {{start: number, end: number, text: string}} Piece a part of the source, and what replaces it */

/** @type {Readonly<Record<string, (text: string) => string>>} */
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

/** @param {string} text */
function withoutIndentation(text) {
  return text.replace(/\s*\n\s*/g, ' ');
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
      const pieces = [...templatePieces(this.parse(code))].sort((a, b) => b.start - a.start);
      for (const {start, end, text} of pieces) code = code.slice(0, start) + text + code.slice(end);
      return {code, map: null};
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
    for (const {start, end, value} of node.quasi.quasis) yield {start, end, text: shortenText(value.raw)};
  }
  for (const child of Object.values(node)) yield* templatePieces(child);
}
