// How each framework types the tags in its templates.

const react = `import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Handlers, Tags} from './tags.js';

type ReactTags = {
  [Tag in keyof Tags]: Omit<DetailedHTMLProps<HTMLAttributes<Tags[Tag]['element']>, Tags[Tag]['element']>, keyof Tags[Tag]['props']> &
    Tags[Tag]['props'] & Handlers<Tags[Tag]['events'], 'on'> & {class?: string | undefined};
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
`;

const preact = `import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {Handlers, Tags} from './tags.js';

type PreactTags = {
  [Tag in keyof Tags]: Omit<HTMLAttributes<Tags[Tag]['element']> & ClassAttributes<Tags[Tag]['element']>, keyof Tags[Tag]['props']> &
    Tags[Tag]['props'] & Handlers<Tags[Tag]['events'], 'on'>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PreactTags {}
  }
}
`;

const vue = `import type {HTMLAttributes} from 'vue';
import type {Tags} from './tags.js';

type PascalCase<Text extends string> = Text extends \`\${infer Word}-\${infer Rest}\`
  ? \`\${Capitalize<Word>}\${PascalCase<Rest>}\`
  : Capitalize<Text>;

type VueHandlers<Events> = {
  [Name in keyof Events & string as \`on\${PascalCase<Name>}\`]?: ((event: Events[Name]) => void) | undefined;
};

type VueTags = {
  [Tag in keyof Tags]: new () => {
    $props: Omit<HTMLAttributes, keyof Tags[Tag]['props']> & Tags[Tag]['props'] & VueHandlers<Tags[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
  // A child of the tag names its slot by the platform's attribute, which Vue's types leave out.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
`;

const svelte = `import type {HTMLAttributes} from 'svelte/elements';
import type {Handlers, Tags} from './tags.js';

type SvelteTags = {
  [Tag in keyof Tags]: Omit<HTMLAttributes<Tags[Tag]['element']>, keyof Tags[Tag]['props']> &
    Tags[Tag]['props'] &
    Handlers<Tags[Tag]['events'], 'on'> &
    Handlers<Tags[Tag]['events'], 'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
`;

/** Declarations by the name of the entry below \`web-engagement/tags\`. */
export const frameworks = {react, preact, vue, svelte};
