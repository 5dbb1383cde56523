/**
 * Files of fonts in `node_modules` for the scripts of all languages of the widget, each a family of its own. Those of
 * Chinese, Japanese and Korean are left out: they weigh 280 MB, each of their characters is as wide as high in every font,
 * and a line may end at each of them.
 */
const files = {
  'Test Latin': 'noto-sans/files/noto-sans-latin-wght-normal.woff2',
  'Test Latin Extended': 'noto-sans/files/noto-sans-latin-ext-wght-normal.woff2',
  'Test Cyrillic': 'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2',
  'Test Devanagari': 'noto-sans/files/noto-sans-devanagari-wght-normal.woff2',
  'Test Arabic': 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  'Test Hebrew': 'noto-sans-hebrew/files/noto-sans-hebrew-hebrew-wght-normal.woff2',
};

/** Family and path, from the root of the project. */
export const testFonts = Object.entries(files).map(
  ([family, file]) => [family, `/node_modules/@fontsource-variable/${file}`] as const,
);

/** The widget's style sheet on a page that has these fonts. */
export const testFontStyles = `web-engagement {--web-engagement-font: ${Object.keys(files)
  .map((family) => `'${family}'`)
  .join(', ')}, sans-serif}`;
