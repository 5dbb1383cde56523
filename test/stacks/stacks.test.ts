// The package as `npm pack` packs it, in the apps and the programs that people use it in.
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser} from 'playwright';
import {requireHeadlessChromium} from '../../scripts/browsers.mjs';
import {apps} from './apps.js';
import {drive} from './driver.js';
import {Laps} from './laps.js';
import {programs} from './programs.js';
import type {Fixture, Stack} from './stack.js';
import {pack, prepare, run} from './workspace.js';

// While one waits for the registry or for a page, two others have a core each.
describe('the packed package', {concurrency: 3}, () => {
  const folders = new Map<Fixture, Promise<string>>();
  const times: string[] = [];
  let browser: Browser;
  let tarball: string;

  before(async () => {
    tarball = await pack();
    browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
  });

  after(async () => {
    console.log(times.join('\n'));
    await browser.close();
  });

  const folderOf = (fixture: Fixture): Promise<string> => {
    const folder = folders.get(fixture) ?? prepare(fixture, tarball);
    folders.set(fixture, folder);
    return folder;
  };

  /** Runs the commands of a stack, and then what else there is to do in its folder. */
  async function prove(
    {name, fixture, run: commands}: Stack,
    visit?: (folder: string) => Promise<void>,
  ): Promise<void> {
    const laps = new Laps();
    const folder = await folderOf(fixture);
    laps.end('packages');
    for (const command of commands) await run(command, folder);
    laps.end('commands');
    if (visit) {
      await visit(folder);
      laps.end('visit');
    }
    times.push(`${String(laps)}: ${name}`);
  }

  for (const app of apps) {
    it(`works in an app of ${app.name}`, () =>
      prove(app, (folder) => drive(browser, join(folder, app.site), app.name.replace(/\W+/g, '-'))));
  }

  for (const program of programs) it(`works in ${program.name}`, () => prove(program));
});
