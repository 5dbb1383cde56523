import {fileURLToPath} from 'node:url';

/** The script tag's files. The commands are built to `dist/cli`. */
export const scriptFolder = fileURLToPath(new URL('../script/', import.meta.url));
