/** A library that pages of the tests use as their authors publish it. */
export interface HostLibrary {
  readonly name: string;
  /** Its folder in `node_modules`. */
  readonly folder: string;
  /** Where the tests use it. */
  readonly file: string;
  readonly holds: string;
  /** What else the tests prove. */
  readonly also?: string;
}

const hydrates = 'The whole document can be hydrated around the card.';
const stays = 'The card stays through every change of the page. It is asked for and reported once.';
const mounts = 'In Node, the element mounts, shows an offer, accepts it, and goes, without an error.';
const usable = 'The card works, whichever comes first.';
const waits = 'The invitation waits for the dialog, or makes way for it, and comes back.';

export const hostLibraries: readonly HostLibrary[] = [
  {
    name: 'Turbo',
    folder: '@hotwired/turbo',
    file: 'navigation',
    holds: stays,
    also: 'Also by morphing, and from its cache.',
  },
  {
    name: 'Turbo, many visits',
    folder: '@hotwired/turbo',
    file: 'soft-navigations',
    holds:
      'Many visits leave no timer, listener, observer, channel or lock behind, and the heap of Chromium grows by less than 1 MB.',
  },
  {name: 'htmx', folder: 'htmx.org', file: 'navigation', holds: stays},
  {name: 'htmx, boosted links', folder: 'htmx.org', file: 'libraries/libraries', holds: stays},
  {name: 'idiomorph', folder: 'idiomorph', file: 'navigation', holds: stays},
  {name: 'morphdom', folder: 'morphdom', file: 'navigation', holds: stays},
  {name: 'jQuery', folder: 'jquery', file: 'navigation', holds: stays},
  {name: 'React 18', folder: 'react-18', file: 'navigation', holds: hydrates},
  {name: 'React 19', folder: 'react', file: 'navigation', holds: hydrates},
  {name: 'Radix Dialog', folder: '@radix-ui/react-dialog', file: 'libraries/dialogs', holds: waits},
  {name: 'Alpine.js: dialog', folder: 'alpinejs', file: 'libraries/dialogs', holds: waits},
  {name: 'Bootstrap: modal, offcanvas', folder: 'bootstrap', file: 'libraries/dialogs', holds: waits},
  {
    name: 'Bootstrap: fixed bars',
    folder: 'bootstrap',
    file: 'libraries/corner',
    holds: 'The widget is lifted above its fixed bars.',
  },
  {name: 'zone.js', folder: 'zone.js', file: 'libraries/libraries', holds: usable},
  {name: 'Alpine.js', folder: 'alpinejs', file: 'libraries/libraries', holds: usable},
];

/** Documents without a browser. */
export const simulatedDocuments: readonly HostLibrary[] = [
  {name: 'jsdom', folder: 'jsdom', file: 'simulated-documents', holds: mounts},
  {name: 'happy-dom', folder: 'happy-dom', file: 'simulated-documents', holds: mounts},
];
