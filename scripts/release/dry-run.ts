import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {writeCdnFolder} from './cdn-folder.js';
import {listParts} from './sbom.js';

// npm run release:dry: writes the folder for a CDN with its list of parts (CycloneDX) to dist-cdn/, and shows what a release would publish.

interface PackedFile {
  readonly path: string;
  readonly size: number;
}

const root = new URL('../../', import.meta.url);
const {version} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {version: string};

const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {encoding: 'utf8'});
const [{files, size}] = JSON.parse(packed) as [{files: readonly PackedFile[]; size: number}];
console.log(`Package ${version}: ${files.length} files, ${kilobytes(size)} packed`);

const target = fileURLToPath(new URL('dist-cdn/', root));
rmSync(target, {recursive: true, force: true});
const names = await writeCdnFolder(fileURLToPath(new URL('dist/script/', root)), `${target}${version}/`);
console.log(`CDN /${version}/: ${names.length} files, and integrity.json`);

const sbom = listParts(root);
writeFileSync(`${target}${version}/sbom.cdx.json`, JSON.stringify(sbom, null, 2));
console.log(`SBOM: ${sbom.components.length} packages, in sbom.cdx.json`);

const changelog = readFileSync(new URL('CHANGELOG.md', root), 'utf8');
const [notes = ''] = changelog.split(/^## /m).filter((part) => part.startsWith(`${version}\n`));
console.log(`Notes:\n${notes.trim()}`);

const changesets = readdirSync(new URL('.changeset/', root)).filter((name) => name.endsWith('.md'));
if (changesets.length > 0)
  console.log(`Not in this version: ${changesets.join(', ')}; npm run release:version adds them`);

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
