import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {platform} from 'node:process';

// Built-ins only: scripts/ensure.mjs reads this module before anything is installed.

/** A Chromium that draws no window around its pages, which halves the time of a test, and has no back/forward cache. */
export const headlessShell = 'chromium-headless-shell';

/**
 * The engines of the tests, and where each is searched for. `env` is the variable that overrides the search.
 * @type {Record<'chromium' | 'firefox' | 'webkit', {env: string, names: string[], paths: string[], packages: string[]}>}
 */
export const engines = {
  chromium: {
    env: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    packages: ['chromium'],
  },
  firefox: {
    env: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    packages: ['firefox-esr'],
  },
  webkit: {
    env: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    paths: [],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** @typedef {keyof typeof engines} Engine */

/** @type {Engine[]} */
export const engineNames = ['chromium', 'firefox', 'webkit'];

const miniBrowserFolders = [
  'x86_64-linux-gnu/webkit2gtk-4.1',
  'x86_64-linux-gnu/webkit2gtk-4.0',
  'x86_64-linux-gnu/webkitgtk-6.0',
  'aarch64-linux-gnu/webkit2gtk-4.1',
  'aarch64-linux-gnu/webkit2gtk-4.0',
  'aarch64-linux-gnu/webkitgtk-6.0',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a program.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/**
 * Finds the path of an engine: the value of its variable, or the first one found on the system.
 * @param {Engine} engine
 * @returns {string | undefined}
 */
export function findBrowser(engine) {
  const {env, names, paths} = engines[engine];
  const chosen = process.env[env];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${env} is set to ${chosen}, which is not an executable file.`);
  }
  if (engine === 'webkit' && !(findMiniBrowser() && onPath('Xvfb'))) return undefined;
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return paths.find(isExecutable);
}

/** The small browser that WebKitWebDriver drives. */
export function findMiniBrowser() {
  if (platform !== 'linux') return undefined;
  const fixed = miniBrowserFolders.map((folder) => `/usr/lib/${folder}/MiniBrowser`);
  const chosen = process.env.MINIBROWSER_PATH;
  return (chosen ? [chosen, ...fixed] : fixed).find(isExecutable);
}

/**
 * Like `findBrowser`, but throws an error that says what to install if there is none.
 * @param {Engine} engine
 */
export function requireBrowser(engine) {
  const found = findBrowser(engine);
  if (found) return found;
  throw new Error(missing(engine));
}

/** The Chromium of the tests: without windows, where that is installed and no other is chosen. */
export function requireHeadlessChromium() {
  return (!process.env[engines.chromium.env] && findHeadlessShell()) || requireBrowser('chromium');
}

export const findHeadlessShell = () => onPath(headlessShell);

/**
 * Says what to do about a missing engine.
 * @param {Engine} engine
 */
export function missing(engine) {
  const {env, packages} = engines[engine];
  const install = `install ${packages.join(' and ')} (Debian: apt-get install ${packages.join(' ')})`;
  return `No ${engine} was found for the browser tests: ${install}, or set ${env} to its path.`;
}
