/** What the manifest says of a tag that templates can use. */
export interface Element {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly type: {readonly text: string};
    readonly description: string;
  }[];
  readonly members: readonly {readonly kind: string; readonly name: string; readonly readonly?: boolean}[];
}

/** The classes' modules, as `dist/tags` sees them, and the events that the tags dispatch. */
const sources: Readonly<Record<string, {readonly module: string; readonly events: string}>> = {
  'web-engagement': {module: '../element/web-engagement.js', events: 'WebEngagementEventMap'},
  'engagement-timeline': {module: '../timeline/engagement-timeline.js', events: 'object'},
};

/** Declares the attributes and the properties of each tag, for all frameworks. */
export function tagTypes(elements: readonly Element[]): string {
  const imports: string[] = [];
  const entries: string[] = [];
  for (const {name, tagName = ''} of elements) {
    const source = sources[tagName];
    if (!source) throw new Error(`Expected a row in sources for <${tagName}>, got none`);
    imports.push(`import type {${name}} from '${source.module}';\n`);
    entries.push(
      `  '${tagName}': {element: ${name}; props: ${name}Attributes & ${name}Properties; events: ${source.events}};\n`,
    );
  }
  return `${imports.join('')}import type {WebEngagementEventMap} from '../tag/event-classes.js';
${elements.map((element) => attributesOf(element) + propertiesOf(element)).join('')}
/** The tags of this package: the class of each, what can be written on it, and its events. */
export interface Tags {
${entries.join('')}}

/** Handlers of events, named as a framework does: with a prefix. */
export type Handlers<Events, Prefix extends string> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
};
`;
}

function attributesOf({name, attributes}: Element): string {
  const lines = attributes.map(
    ({name: attribute, type, description}) =>
      `  /** ${description} */\n  '${attribute}'?: ${inMarkup(type.text)} | undefined;\n`,
  );
  return `\n/** Attributes, as a template writes them. */\nexport interface ${name}Attributes {\n${lines.join('')}}\n`;
}

/** Markup may state a number as text, and a flag by an empty text. */
function inMarkup(type: string): string {
  const known = type.replace(/ \| undefined$/, '');
  if (known === 'number') return 'number | `${number}`';
  return known === 'boolean' ? "boolean | ''" : known;
}

function propertiesOf({name, members}: Element): string {
  const settable = members.filter(({kind, readonly}) => kind === 'field' && !readonly);
  const names = settable.map((member) => `'${member.name}'`).join(' | ');
  return `
/** Properties that can be set. */
export type ${name}Properties = {[Name in ${names}]?: ${name}[Name] | undefined};
`;
}
