import {attributeOf} from '../component.js';

/** @typedef {readonly (readonly [attribute: string, value: string])[]} Attributes */

/** Settings that belong to this visit, to the sandbox or to the panels of this page. */
const ownSettings = /^(visitId|pageId|notifications|apiHost)/;

/** What takes the place of values that work on this page only. */
const placeholders = /** @type {Partial<Record<string, string>>} */ ({
  accountId: '12345678',
  appInstallationId: 'your app installation id',
});
const brandOrigin = 'https://www.brand.example/';

/** Opens the conversation where a listener is written in JavaScript. */
const jsListener =
  '\n  onengagement-accept={(event) => {\n    event.preventDefault();\n    openChat(event.detail.offer);\n  }}';

/**
 * Writes the code that gives another page or app what this page has.
 *
 * @param {HTMLScriptElement} script the component's tag
 * @returns {Record<string, string>} snippets by the name of their framework
 */
export function toSnippets({dataset}) {
  const attributes = Object.entries(dataset)
    .filter(([name]) => !ownSettings.test(name))
    .map(([name, value = '']) => {
      const elsewhere = placeholders[name] ?? value.replace(document.baseURI, brandOrigin);
      return /** @type {const} */ ([attributeOf(name), escapeQuotes(elsewhere)]);
    });
  const isLeftToPage = dataset['openIn'] === 'event';
  return {
    script: `<script async src="https://cdn.example/web-engagement.js"\n${lines(attributes, 'data-')}\n></script>`,
    npm: `// npm install web-engagement\nimport 'web-engagement';\n\n// and in the page:\n${tag(attributes)}`,
    react: react(attributes, isLeftToPage),
    vue: vue(attributes, isLeftToPage),
    svelte: svelte(attributes, isLeftToPage),
    angular: angular(attributes, isLeftToPage),
  };
}

/**
 * @param {Attributes} attributes
 * @param {boolean} isLeftToPage whether the app opens the conversation itself
 */
function react(attributes, isLeftToPage) {
  return [
    "import 'web-engagement';",
    `\nexport function Engagement(${isLeftToPage ? '{openChat}' : ''}) {\n  return (`,
    `    ${indent(tag(attributes, isLeftToPage ? jsListener : ''), 4)}`,
    '  );\n}',
  ].join('\n');
}

/**
 * @param {Attributes} attributes
 * @param {boolean} isLeftToPage
 */
function vue(attributes, isLeftToPage) {
  const props = isLeftToPage ? "\nconst {openChat} = defineProps(['openChat']);\n" : '';
  const listener = isLeftToPage ? '\n  @engagement-accept.prevent="openChat($event.detail.offer)"' : '';
  return [
    `<script setup>\nimport 'web-engagement';\n${props}</script>\n`,
    `<template>\n  ${indent(tag(attributes, listener), 2)}\n</template>`,
  ].join('\n');
}

/**
 * @param {Attributes} attributes
 * @param {boolean} isLeftToPage
 */
function svelte(attributes, isLeftToPage) {
  const props = isLeftToPage ? '\n  const {openChat} = $props();\n' : '';
  return [
    `<script>\n  import 'web-engagement';\n${props}</script>\n`,
    // Svelte evaluates braces in attributes, so values with braces become strings inside braces.
    tag(attributes)
      .replace(/"([^"]*\{[^"]*)"/g, "{'$1'}")
      .replace('\n></', `${isLeftToPage ? jsListener : ''}\n></`),
  ].join('\n');
}

/**
 * @param {Attributes} attributes
 * @param {boolean} isLeftToPage
 */
function angular(attributes, isLeftToPage) {
  const listener = isLeftToPage
    ? '\n  (engagement-accept)="$event.preventDefault(); openChat($event.detail.offer)"'
    : '';
  return [
    "import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';\nimport 'web-engagement';\n",
    "@Component({\n  selector: 'app-engagement',\n  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n  template: `",
    `    ${indent(tag(attributes, listener), 4)}`,
    `  \`,\n})\nexport class Engagement {${isLeftToPage ? '\n  openChat(offer) {}\n' : ''}}`,
  ].join('\n');
}

/** @param {Attributes} attributes */
function tag(attributes, listener = '') {
  return `<web-engagement\n${lines(attributes)}${listener}\n></web-engagement>`;
}

/** @param {Attributes} attributes */
function lines(attributes, prefix = '') {
  return attributes
    .map(([name, value]) => (name === 'debug' ? `  ${prefix}${name}` : `  ${prefix}${name}="${value}"`))
    .join('\n');
}

/**
 * @param {string} text
 * @param {number} columns
 */
function indent(text, columns) {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}

/** @param {string} value */
function escapeQuotes(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
