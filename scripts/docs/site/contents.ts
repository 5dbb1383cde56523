/** Pages that belong together, in the order in which a reader needs them. */
export interface Group {
  readonly title: string;
  /** What each page is for, by its name in docs/. */
  readonly pages: Readonly<Record<string, string>>;
}

/** The table of contents of the site. Every document of docs/ and docs/guides stands in it. */
export const contents: readonly Group[] = [
  {
    title: 'Start',
    pages: {
      'getting-started':
        'A page with the widget, without an account; and where the ids of LivePerson and Genesys come from.',
      'script-tag': 'One line of HTML: its attributes, its commands, and the policy that it needs.',
      npm: 'The package in an app with a bundler: imports, types, editors.',
      hosting: 'Which files to host, on a CDN with immutable versions, with hashes.',
      'going-live': 'A checklist for the day on which visitors see it.',
      troubleshooting: 'Why nothing appears, and what each line in the console says.',
    },
  },
  {
    title: 'Guides',
    pages: {
      'guides/html': 'The tag in a page without a framework.',
      'guides/react': 'React 18 and 19, and Preact.',
      'guides/next': 'With a bundle, or with the files of the script tag.',
      'guides/vue': 'The compiler, properties, events and types; and Nuxt.',
      'guides/svelte': 'Properties, events and types of Svelte 5; and SvelteKit.',
      'guides/angular': 'A component with the tag, with and without zone.js.',
      'guides/astro': 'The tag in the layout, also with the client router.',
      'guides/site-builders': 'Where the tag goes, and a snippet in ES5 for Google Tag Manager.',
      'guides/consent': 'OneTrust, Cookiebot and Consent Mode.',
      'guides/analytics': 'Events for GA4 and the dataLayer.',
      'guides/routing': 'Routers, Turbo and htmx.',
      'guides/visitors': 'Identities, log-in and log-out, and storage by origin.',
      'guides/cometd': 'One connection for the page and the widget.',
      'guides/own-ui': 'The session without the element.',
      testing: 'A fake platform for the unit tests of your page.',
      'guides/vendor': 'How another platform joins.',
      'guides/migration': 'From the snippets of LivePerson and Genesys.',
    },
  },
  {
    title: 'Reference',
    pages: {
      element: 'All attributes, properties, methods, events, slots, parts, custom properties and states.',
      'on-the-page': 'Formats, topics, languages, themes and consent: what the visitor gets.',
      clients: 'Typed clients for the platforms’ own APIs, in browsers and in Node.',
      timeline: 'The element that shows the record of an engagement.',
      'storage-and-retries': 'What is stored and for how long, when a request is repeated, and identities.',
      'command-line': 'The commands of npx web-engagement.',
    },
  },
  {
    title: 'Vendors',
    pages: {
      liveperson: 'The requests to LivePerson, their answers, and what the widget makes of them.',
      genesys: 'Notifications of Genesys Web Engagement: transports, messages, outcomes.',
      'glia-and-avaya': 'What is asked of Glia and Avaya, and how it becomes one record.',
      conformance: 'Everything that the vendors document, with the test that covers it.',
    },
  },
  {
    title: 'Operations',
    pages: {
      server: 'The brand’s own server: a first invitation, and what each address answers.',
      'server-operations': 'Several servers, proxies, sizing, faults, metrics.',
      'server-security': 'Who can do what with the server.',
      hosts: 'What was tried on pages of others: libraries and versions.',
      reliability: 'What happens when something fails or somebody attacks.',
      accessibility: 'WCAG 2.2, criterion by criterion, with the tests that prove it.',
      sizes: 'Each file, its budget, and what the widget costs a page.',
      dependencies: 'What the files of the script tag contain of others.',
      goals: 'What a developer may expect, and the tests that prove it.',
      mutation: 'Which faults put into the code the tests notice.',
    },
  },
];
