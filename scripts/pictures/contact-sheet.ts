import {readFileSync} from 'node:fs';
import type {Browser} from 'playwright';

/** A picture on a sheet, of which the corner with the widget is seen. */
export interface SheetPicture {
  readonly path: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The corner that stays when there is less room, in words of CSS. */
  readonly corner?: string;
}

const gap = 16;

/** Puts pictures beside each other, in rows, to be looked at together. */
export async function writeSheet(
  browser: Browser,
  path: string,
  rows: readonly (readonly SheetPicture[])[],
  density = 1,
): Promise<void> {
  const widths = rows.map((row) => row.reduce((sum, {width}) => sum + width + gap, -gap));
  const page = await browser.newPage({
    viewport: {width: Math.max(...widths), height: 100},
    deviceScaleFactor: density,
  });
  const images = rows.map((row) => `<div style="display: flex; gap: ${gap}px">${row.map(toImage).join('')}</div>`);
  await page.setContent(`<body style="display: grid; gap: ${gap}px; margin: 0">${images.join('')}</body>`);
  await page.screenshot({path, omitBackground: true, fullPage: true});
  await page.close();
}

function toImage({path, width, height, corner}: SheetPicture): string {
  const fit = corner ? `object-fit: none; object-position: ${corner}` : '';
  return `<img src="data:image/png;base64,${readFileSync(path, 'base64')}" width="${width}" height="${height}" style="${fit}">`;
}
