import {cell, code, type Row, type Tables} from './tables.js';

/** The part of a custom elements manifest that the tables show. */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly deprecated?: boolean | string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Member extends Named {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly parameters?: readonly (Named & {readonly optional?: boolean})[];
  readonly return?: {readonly type?: {readonly text: string}};
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly (Named & {readonly fieldName?: string})[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const elementTables: Readonly<Record<string, (element: Declaration) => readonly Row[]>> = {
  attributes: ({attributes = []}) => [
    ['attribute', 'property', 'type', 'default', 'meaning'],
    ...attributes.map((it) => [code(it.name), code(it.fieldName), code(it.type?.text), code(it.default), text(it)]),
  ],
  properties: (element) => [
    ['property', 'type', 'default', 'meaning'],
    ...publicMembers(element, 'field')
      .filter(({attribute}) => attribute === undefined)
      .map((it) => [code(it.name), code(it.type?.text), it.readonly ? 'read-only' : code(it.default), text(it)]),
  ],
  methods: (element) => [
    ['method', 'returns', 'meaning'],
    ...publicMembers(element, 'method').map((it) => [
      code(signature(it)),
      code(it.return?.type?.text ?? 'void'),
      text(it),
    ]),
  ],
  events: ({events = []}) => [
    ['event', 'type', 'meaning'],
    ...events.map((it) => [code(it.name), code(it.type?.text), text(it)]),
  ],
  slots: ({slots = []}) => [['slot', 'content'], ...slots.map((it) => [code(it.name || '(default)'), text(it)])],
  parts: ({cssParts = []}) => [['part', 'what it is'], ...cssParts.map((it) => [code(it.name), text(it)])],
  'custom-properties': ({cssProperties = []}) => [
    ['custom property', 'default', 'meaning'],
    ...cssProperties.map((it) => [code(it.name), code(it.default), text(it)]),
  ],
  states: ({cssStates = []}) => [['state', 'when'], ...cssStates.map((it) => [code(`:state(${it.name})`), text(it)])],
};

/** The tables that describe an element. */
export function describeElement(manifest: Manifest, tagName = 'web-engagement'): Tables {
  const element = manifest.modules.flatMap(({declarations = []}) => declarations).find((it) => it.tagName === tagName);
  if (!element) throw new Error(`The manifest does not describe <${tagName}>.`);
  return Object.fromEntries(Object.entries(elementTables).map(([name, toRows]) => [name, toRows(element)]));
}

function publicMembers({members = []}: Declaration, kind: string): Member[] {
  return members.filter((it) => it.kind === kind && (it.privacy ?? 'public') === 'public' && !it.static);
}

function signature({name, parameters = []}: Member): string {
  return `${name}(${parameters.map((it) => `${it.name}${it.optional ? '?' : ''}`).join(', ')})`;
}

function text({description = '', deprecated = false}: Named): string {
  const warning = typeof deprecated === 'string' ? `Deprecated: ${deprecated}` : deprecated ? 'Deprecated.' : '';
  return cell(`${description} ${warning}`);
}
