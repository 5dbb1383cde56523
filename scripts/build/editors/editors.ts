import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';
import {frameworks} from './frameworks.js';
import {tagTypes, type Element} from './tag-types.js';

// Makes of the manifest what editors and compilers read: the types of the tags in templates, and the data of two editors.

type Manifest = Parameters<typeof getWebTypesData>[0];

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
const manifest = readFileSync('dist/custom-elements.json', 'utf8');

const {modules} = JSON.parse(manifest) as {readonly modules: readonly {readonly declarations: readonly Element[]}[]};
const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
mkdirSync('dist/tags', {recursive: true});
writeFileSync('dist/tags/tags.d.ts', tagTypes(elements));
for (const [framework, types] of Object.entries(frameworks)) {
  writeFileSync(`dist/tags/${framework}.d.ts`, types);
  writeFileSync(`dist/tags/${framework}.js`, 'export {};\n');
}

// They change the manifest that they are given.
const readManifest = (): Manifest => JSON.parse(manifest) as Manifest;
const webTypes = JSON.parse(getWebTypesData(readManifest(), {hideLogs: true})) as object;
writeFileSync('dist/web-types.json', JSON.stringify({...webTypes, name, version}));
writeFileSync('dist/vscode.html-custom-data.json', getVsCodeHtmlCustomData(readManifest(), {hideLogs: true}));
