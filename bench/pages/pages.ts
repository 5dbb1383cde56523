import type {BenchPages} from './page.js';

type Attributes = Readonly<Record<string, string>>;

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

const floor = (name: string, account: string) => () =>
  `<script async src="/floors/${name}.js" data-account="${account}"></script>`;

const settings = (origin: string, account: string): Attributes => ({
  'account-id': account,
  'app-installation-id': 'bench',
  'api-host': origin,
});

const scriptTag =
  (account: string, more: Attributes = {}) =>
  (origin: string): string => {
    const data = Object.entries({...settings(origin, account), ...more}).map(([name, value]) => [
      `data-${name}`,
      value,
    ]);
    return `<script async src="/script/web-engagement.js" ${written(Object.fromEntries(data) as Attributes)}></script>`;
  };

const npm = (account: string) => (origin: string) =>
  `<script type="module" src="/npm/app.js"></script>
<web-engagement ${written(settings(origin, account))}></web-engagement>`;

const accept = '[part=accept]';

/** The floors and the project's own pages. The others are divided by the empty one. */
export function ownPages(cardFiles: readonly string[]) {
  const preload = cardFiles.map((name) => `<link rel="modulepreload" href="/script/${name}">`).join('\n');
  return {
    empty: {title: 'empty'},
    vanilla: {title: 'floor: vanilla and IndexedDB', markup: floor('vanilla', 'offer'), button: 'button'},
    lit: {title: 'floor: Lit, zod/mini, idb-keyval', markup: floor('lit', 'offer'), button: 'button'},
    noOffer: {title: 'script tag, no offer', markup: scriptTag('no-offer')},
    offer: {title: 'script tag, offer', markup: scriptTag('offer'), button: accept},
    expectOffer: {
      title: 'script tag, offer, `data-expect-offer`',
      markup: scriptTag('offer', {'expect-offer': ''}),
      button: accept,
    },
    preload: {
      title: 'script tag, offer, `modulepreload`',
      markup: (origin) => `${preload}\n${scriptTag('offer')(origin)}`,
      button: accept,
    },
    returning: {
      title: 'script tag, offer, returning visitor',
      markup: scriptTag('offer'),
      button: accept,
      isReturn: true,
    },
    conversation: {title: 'script tag, conversation', markup: scriptTag('conversation'), button: '[part=resume]'},
    npmNoOffer: {title: 'npm by esbuild, no offer', markup: npm('no-offer')},
    npmOffer: {title: 'npm by esbuild, offer', markup: npm('offer'), button: accept},
  } satisfies BenchPages;
}

export type OwnPage = keyof ReturnType<typeof ownPages>;
