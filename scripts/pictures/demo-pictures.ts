import {join} from 'node:path';
import type {Browser} from 'playwright';
import {startSandbox} from '../../demo/sandbox/sandbox.js';

const widths = [375, 768, 1280, 1920];

/** Takes a picture of the demo, as far as it is seen at first, in each width, light and dark. */
export async function takeDemo(browser: Browser, folder: string): Promise<void> {
  const sandbox = await startSandbox();
  for (const width of widths) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = {width, height: width < 700 ? 812 : 900};
      const page = await browser.newPage({viewport, colorScheme, reducedMotion: 'reduce'});
      await page.goto(sandbox.url);
      const widget = page.frameLocator('#shop').locator('web-engagement');
      await widget.locator('[part~=card], [part~=launcher]').locator('visible=true').first().waitFor();
      await page.screenshot({path: join(folder, `demo-${width}-${colorScheme}.png`)});
      await page.close();
    }
  }
  await sandbox.close();
}
