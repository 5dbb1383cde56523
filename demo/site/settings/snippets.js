import {attributeOf} from '../component.js';

/** What belongs to this visit, or to the panels of this page, is not for another page. */
const ownToThisPage = /^(visitId|pageId|notifications)/;

/**
 * What the reader would write into a page or an app to get what this page has.
 *
 * @param {HTMLScriptElement} script the component's tag
 * @returns {Record<string, string>} by the name of the way
 */
export function toSnippets(script) {
  const settings = Object.entries(script.dataset).filter(([name]) => !ownToThisPage.test(name));
  /** @param {string} indent @param {string} prefix */
  const attributes = (indent, prefix = '') =>
    settings
      .map(([name, value = '']) => [prefix + attributeOf(name), escaped(value)])
      .map(([name, value]) => (name?.endsWith('debug') ? `${indent}${name}` : `${indent}${name}="${value}"`))
      .join('\n');
  /** @param {string} listener */
  const tag = (listener) => `<web-engagement\n${attributes('  ')}${listener}\n></web-engagement>`;
  /** @param {string} listener */
  const nested = (listener) => tag(listener).replaceAll('\n', '\n    ');

  return {
    script: `<script async src="${script.src}"\n${attributes('  ', 'data-')}\n></script>`,
    npm: `// npm install web-engagement\nimport 'web-engagement';\n\n// and in the page:\n${tag('')}`,
    react: [
      "import 'web-engagement';",
      '\nexport function Engagement({openChat}) {\n  return (',
      `    ${nested('\n  onengagement-accept={(event) => openChat(event.detail.offer)}')}`,
      '  );\n}',
    ].join('\n'),
    vue: [
      "<script setup>\nimport 'web-engagement';\n\nconst {openChat} = defineProps(['openChat']);\n</script>\n",
      `<template>\n  ${tag('\n  @engagement-accept="openChat($event.detail.offer)"').replaceAll('\n', '\n  ')}\n</template>`,
    ].join('\n'),
    svelte: [
      "<script>\n  import 'web-engagement';\n\n  const {openChat} = $props();\n</script>\n",
      // Svelte would compute what stands in braces.
      tag('')
        .replace(/"([^"]*\{[^"]*)"/g, "{'$1'}")
        .replace('\n></', '\n  onengagement-accept={(event) => openChat(event.detail.offer)}\n></'),
    ].join('\n'),
    angular: [
      "import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';\nimport 'web-engagement';\n",
      "@Component({\n  selector: 'app-engagement',\n  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n  template: `",
      `    ${nested('\n  (engagement-accept)="openChat($event.detail.offer)"')}`,
      '  `,\n})\nexport class Engagement {\n  openChat(offer) {}\n}',
    ].join('\n'),
  };
}

/** @param {string} value */
function escaped(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
