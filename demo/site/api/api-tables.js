import {byId, element} from '../dom/markup.js';

/**
 * @typedef {{
 *   name: string, description?: string, default?: string, type?: {text: string},
 *   kind?: string, parameters?: {name: string}[], static?: boolean, privacy?: string
 * }} Entry
 * @typedef {Partial<Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties', Entry[]>>} Lists
 * @typedef {Lists & {tagName?: string}} Declaration
 */

/** @type {[title: string, read: (declaration: Declaration) => Entry[]][]} */
const kinds = [
  ['Attributes', ({attributes = []}) => attributes],
  [
    'Methods',
    ({members = []}) =>
      members.filter(({kind, privacy, static: isStatic}) => kind === 'method' && !privacy && !isStatic),
  ],
  ['Events', ({events = []}) => events],
  ['Slots', ({slots = []}) => slots],
  ['Parts', ({cssParts = []}) => cssParts],
  ['States', ({cssStates = []}) => cssStates],
  ['Custom properties', ({cssProperties = []}) => cssProperties],
];

/** Shows the package's custom elements manifest as tables. */
export async function showApi() {
  const answer = await fetch('custom-elements.json');
  if (!answer.ok) return;
  const {modules} = /** @type {{modules: {declarations?: Declaration[]}[]}} */ (await answer.json());
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
  byId('api-tables').replaceChildren(...elements.flatMap(elementTables));
}

/** @param {Declaration} declaration */
function elementTables(declaration) {
  const tables = kinds
    .map(([title, read]) => /** @type {const} */ ([title, read(declaration)]))
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => folded(`${title} of <${declaration.tagName}>`, title, entries));
  return [element('h3', {}, element('code', {}, `<${declaration.tagName}>`)), ...tables];
}

/**
 * @param {string} caption
 * @param {string} title
 * @param {Entry[]} entries
 */
function folded(caption, title, entries) {
  const count = element('span', {class: 'count'}, String(entries.length));
  const table = element(
    'table',
    {},
    element('caption', {class: 'unseen'}, caption),
    element('thead', {}, element('tr', {}, heading('Name'), heading('What it is'))),
    element('tbody', {}, ...entries.map(row)),
  );
  return element('details', {}, element('summary', {}, title, ' ', count), table);
}

/** @param {string} text */
function heading(text) {
  return element('th', {scope: 'col'}, text);
}

/** @param {Entry} entry */
function row({name, description = '', default: defaultValue, type, kind, parameters = []}) {
  const shown =
    kind === 'method' ? `${name}(${parameters.map((parameter) => parameter.name).join(', ')})` : name || 'default';
  const facts = [type?.text, defaultValue && `default ${defaultValue}`].filter((fact) => fact !== undefined);
  return element(
    'tr',
    {},
    element('th', {scope: 'row'}, element('code', {}, shown)),
    element('td', {}, description, ...facts.map((fact) => element('span', {class: 'note'}, ` ${fact}`))),
  );
}
