import type {FramePage} from './frame-page.js';

const family = 'Noto Sans Devanagari';
// Fetched by the page, and not imported.
const folder = '/node_modules/@fontsource/noto-sans-devanagari/files/';

/**
 * Gives a page the font of a script that few machines have one for. Words without glyphs are wider, and no test may depend
 * on the fonts of the machine.
 */
export async function addFonts({window, document}: Pick<FramePage, 'window' | 'document'>): Promise<void> {
  const faces = [400, 600, 700].map((weight) => {
    const file = new URL(`${folder}noto-sans-devanagari-devanagari-${weight}-normal.woff2`, location.href).href;
    return new window.FontFace(family, `url(${file})`, {weight: String(weight)});
  });
  for (const face of faces) document.fonts.add(face);
  await Promise.all(faces.map((face) => face.load()));
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(`web-engagement {--web-engagement-font: '${family}', system-ui, sans-serif}`);
  document.adoptedStyleSheets.push(sheet);
}
