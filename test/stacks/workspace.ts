import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {readSamples} from '../docs/samples.js';
import type {Fixture} from './stack.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the folders are that are built: made for the tests, or examples for people. */
const homes = ['test/stacks/fixtures', 'examples'].map((folder) => join(root, folder));

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Outside the project, so that nothing of it is found by chance. What is installed there serves the next run, too. */
async function workspaceOf(fixture: string): Promise<string> {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `web-engagement-stacks-${key}`, fixture);
  await mkdir(folder, {recursive: true});
  return folder;
}

/**
 * Copies a fixture to a folder of its own, and installs there what it needs and the packed package.
 *
 * @param samples samples of the documents that become files of it
 * @param tarball what `npm pack` made
 * @returns the folder
 */
export async function prepare({folder: fixture, samples = {}}: Fixture, tarball: string): Promise<string> {
  const folder = await workspaceOf(fixture);
  for (const name of await readdir(folder)) {
    if (name !== 'node_modules') await rm(join(folder, name), {recursive: true});
  }
  const home = homes.find((candidate) => existsSync(join(candidate, fixture, 'package.json'))) ?? '';
  await cp(join(home, fixture), folder, {recursive: true});
  await writeSamples(samples, folder);
  await install(folder);
  const installed = join(folder, 'node_modules/web-engagement');
  await rm(installed, {recursive: true, force: true});
  await mkdir(installed);
  await run(`tar -xzf "${tarball}" -C "${installed}" --strip-components=1`, folder);
  return folder;
}

async function writeSamples(samples: Readonly<Record<string, string>>, folder: string): Promise<void> {
  const all = new Map(readSamples().map(({name, code}) => [name, code]));
  for (const [file, name] of Object.entries(samples)) {
    const code = all.get(name);
    if (code === undefined) throw new Error(`Expected a sample ${name} in docs, got none`);
    await mkdir(join(folder, dirname(file)), {recursive: true});
    await writeFile(join(folder, file), code);
  }
}

/** Installs once for each list of packages: the fixture's own, and those that the package depends on. */
async function install(folder: string): Promise<void> {
  const own = await readManifest(folder);
  const all = {...own.dependencies, ...(await readManifest(root)).dependencies};
  const {'web-engagement': _packed, ...dependencies} = all;
  const manifest = JSON.stringify({...own, dependencies});
  await writeFile(join(folder, 'package.json'), manifest);
  const stamp = join(folder, 'node_modules/.stack-manifest');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === manifest) return;
  await run('npm install --prefer-offline --no-audit --no-fund --no-package-lock --loglevel=error', folder);
  await writeFile(stamp, manifest);
}

/** Packs what was built. */
export async function pack(): Promise<string> {
  const folder = await workspaceOf('package');
  const {stdout} = await run(`npm pack --ignore-scripts --json --pack-destination "${folder}"`, root);
  const [{filename}] = JSON.parse(stdout) as [{readonly filename: string}];
  return join(folder, filename);
}

/**
 * Runs a command in a folder, with its own programs on the path.
 *
 * @throws when it fails, with all that it said
 */
export async function run(
  command: string,
  folder: string,
): Promise<{readonly stdout: string; readonly stderr: string}> {
  const path = [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const env = {...process.env, PATH: path, CI: '1', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1'};
  const [shell, option] = process.platform === 'win32' ? ['cmd', '/c'] : ['sh', '-c'];
  return promisify(execFile)(shell, [option, command], {cwd: folder, env, maxBuffer: 64e6}).catch((error: unknown) => {
    const {stdout = '', stderr = ''} = error as {stdout?: string; stderr?: string};
    throw new Error(`Expected \`${command}\` to pass, got:\n${stdout}${stderr}`, {cause: error});
  });
}
