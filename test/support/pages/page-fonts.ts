import {testFontStyles, testFonts} from './test-fonts.js';

/** Gives a page fonts of its own. Words are wider in some fonts, or without glyphs, and no test may depend on the machine’s. */
export async function addFonts(page: Window & typeof globalThis): Promise<void> {
  const {document} = page;
  // Fetched by the page, and not imported.
  const faces = testFonts.map(
    ([family, path]) => new page.FontFace(family, `url(${new URL(path, location.href).href})`, {weight: '100 900'}),
  );
  for (const face of faces) document.fonts.add(face);
  await Promise.all(faces.map((face) => face.load()));
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(testFontStyles);
  document.adoptedStyleSheets.push(sheet);
}
