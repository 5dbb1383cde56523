import {createHash} from 'node:crypto';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import type {Command} from '../command.js';
import {scriptFolder} from '../package-folders.js';

/** Prints the hash of each file of the script tag. */
export const integrity: Command = {
  summary: 'prints the hash of each file of the script tag',
  help: `Usage: web-engagement integrity [folder]

Prints a JSON object with the sha384 of each .js file of a folder, as the attribute integrity takes it. Without a folder: the script
tag's files of this package.`,
  run: async (args, {print}) => {
    const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
    const folder = positionals[0] ?? scriptFolder;
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
    const entries = names.map(async (name) => [name, hashOf(await readFile(join(folder, name)))] as const);
    print(JSON.stringify(Object.fromEntries(await Promise.all(entries)), undefined, 2));
    return 0;
  },
};

const hashOf = (content: Buffer): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;
