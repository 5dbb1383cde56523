import {parseArgs} from 'node:util';
import type {Command} from '../command.js';
import {hashFiles} from '../file-hashes.js';
import {scriptFolder} from '../package-folders.js';

/** Prints the hash of each file of the script tag. */
export const integrity: Command = {
  summary: 'prints the hash of each file of the script tag',
  help: `Usage: web-engagement integrity [folder]

Prints a JSON object with the sha384 of each .js file of a folder, as the attribute integrity takes it. Without a folder: the script
tag's files of this package.`,
  run: async (args, {print}) => {
    const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
    print(JSON.stringify(await hashFiles(positionals[0] ?? scriptFolder), undefined, 2));
    return 0;
  },
};
