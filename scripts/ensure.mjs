import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {engineNames, engines, findBrowser, findHeadlessShell, headlessShell, missing, onPath} from './browsers.mjs';

// Installs what `npm start`, `npm test` and `npm run verify` need on a fresh machine: `node scripts/ensure.mjs deps browsers redis`.
// Uses built-in modules only, because it runs before anything is installed. NO_APT=1 stops it from installing browsers and Redis.

const root = fileURLToPath(new URL('..', import.meta.url));

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node 20.19 or later is required, this is ${process.versions.node}.`);
}

function ensureDependencies() {
  const stamp = `${root}node_modules/.lock-hash`;
  const hash = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing the dependencies (npm ci) …');
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(stamp, hash);
}

/** @param {string[]} args */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli ? [process.execPath, [cli]] : ['npm', []];
  execFileSync(command, [...prefix, ...args], {cwd: root, stdio: 'inherit'});
}

function ensureBrowsers() {
  let absent = engineNames.filter((engine) => !findBrowser(engine));
  if (absent.length > 0 && mayInstall()) {
    install(absent.flatMap((engine) => engines[engine].packages));
    absent = engineNames.filter((engine) => !findBrowser(engine));
  }
  // By itself: a system that does not have it must not go without the others.
  if (!findHeadlessShell() && mayInstall()) install([headlessShell]);
  for (const engine of absent) console.warn(missing(engine));
  if (absent.length === engineNames.length) throw new Error('The browser tests need at least one of these engines.');
}

function ensureRedis() {
  const isThere = () => Boolean(process.env.REDIS_PATH ?? onPath('redis-server'));
  if (!isThere() && mayInstall()) install(['redis-server']);
  if (!isThere()) console.warn('No redis-server was found for the tests of the server: install it, or set REDIS_PATH.');
}

function mayInstall() {
  return !process.env.NO_APT && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** @param {string[]} packages */
function install(packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  try {
    execFileSync('apt-get', ['-qq', 'update'], {stdio: 'inherit', env});
    const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends'];
    execFileSync('apt-get', [...options, ...packages], {stdio: ['ignore', 'ignore', 'inherit'], env});
  } catch {
    console.warn('apt-get could not install all of these packages.');
  }
}

const steps = {deps: ensureDependencies, browsers: ensureBrowsers, redis: ensureRedis};

try {
  requireNode();
  for (const name of process.argv.slice(2)) steps[/** @type {keyof typeof steps} */ (name)]();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
