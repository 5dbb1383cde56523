// The package as `npm pack` packs it, in the apps and the programs that people use it in.
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser} from 'playwright';
import {requireBrowser} from '../../scripts/browsers.mjs';
import {drive} from './driver.js';
import {apps, programs} from './stacks.js';
import {pack, prepare, run} from './workspace.js';

describe('the packed package', () => {
  const folders = new Map<string, Promise<string>>();
  let browser: Browser;
  let tarball: string;

  before(async () => {
    tarball = await pack();
    browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
  });

  after(() => browser.close());

  const folderOf = (fixture: string): Promise<string> => {
    const folder = folders.get(fixture) ?? prepare(fixture, tarball);
    folders.set(fixture, folder);
    return folder;
  };

  for (const {name, fixture, build, site} of apps) {
    it(`works in an app of ${name}`, async () => {
      const folder = await folderOf(fixture);
      for (const command of build) await run(command, folder);
      await drive(browser, join(folder, site), name.replace(/\W+/g, '-'));
    });
  }

  for (const {name, fixture, run: commands} of programs) {
    it(`works in ${name}`, async () => {
      const folder = await folderOf(fixture);
      for (const command of commands) await run(command, folder);
    });
  }
});
