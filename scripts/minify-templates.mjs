/**
 * Takes comments and needless white space out of `css` templates, and line breaks with their indentation out of `html` and `svg`
 * ones. Works on this project's modules only, after TypeScript.
 * @returns {import('rollup').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (/[\\/]node_modules[\\/]/.test(id)) return null;
      return {
        code: code.replace(/\b(css|html|svg) ?`([^`]*)/g, (_whole, tag, text) => `${tag}\`${shorten(tag, text)}`),
        map: null,
      };
    },
  };
}

/**
 * @param {string} tag
 * @param {string} text Up to the end of the template, or up to a template nested in it.
 */
function shorten(tag, text) {
  if (tag !== 'css') return text.replace(/\s*\n\s*/g, ' ');
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':');
}
