/** An alternative to this project, with the snippet from its documentation. */
export interface Peer {
  readonly package: string;
  readonly version: string;
  /** Further packages that its documentation says to install, with their versions. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The page's module. `location.origin` replaces the vendor's server. */
  readonly code: string;
  readonly markup?: string;
  /** An expression that finds what has to be visible. */
  readonly sight: string;
  /** What a visitor clicks first. */
  readonly button: string;
}

/** By the names of their files. */
export const peers: Readonly<Record<string, Peer>> = {
  'deep-chat': {
    package: 'deep-chat',
    version: '2.4.2',
    code: "import 'deep-chat/dist/deepChat.bundle.js';",
    // It stands where the page puts it.
    markup: '<deep-chat style="position: fixed; right: 24px; bottom: 24px"></deep-chat>',
    sight: "document.querySelector('deep-chat')?.shadowRoot?.querySelector('#text-input')",
    button: '#text-input',
  },
  sentry: {
    package: '@sentry/browser',
    version: '11.12.0',
    code: `import * as Sentry from '@sentry/browser';
Sentry.init({
  dsn: \`http://key@\${location.host}/1\`,
  integrations: [Sentry.feedbackIntegration({colorScheme: 'system'})],
});`,
    sight: "document.querySelector('#sentry-feedback')?.shadowRoot?.querySelector('.widget__actor')",
    button: '.widget__actor',
  },
  gleap: {
    package: 'gleap',
    version: '16.4.0',
    code: `import Gleap from 'gleap';
Gleap.setApiUrl(location.origin);
Gleap.setFrameUrl(\`\${location.origin}/gleap-frame\`);
Gleap.initialize('key');`,
    sight: "document.querySelector('.bb-feedback-button-icon')",
    button: '.bb-feedback-button-icon',
  },
  papercups: {
    package: '@papercups-io/chat-widget',
    version: '1.3.1',
    beside: {react: '17.0.2', 'react-dom': '17.0.2'},
    code: `import React from 'react';
import ReactDOM from 'react-dom';
import {ChatWidget} from '@papercups-io/chat-widget';
const container = document.body.appendChild(document.createElement('div'));
ReactDOM.render(
  React.createElement(ChatWidget, {
    token: '00000000-0000-4000-8000-000000000000',
    title: 'Welcome',
    primaryColor: '#1890ff',
    baseUrl: location.origin,
    iframeUrlOverride: \`\${location.origin}/papercups-frame\`,
  }),
  container,
);`,
    sight: "document.querySelector('.Papercups-toggleButton')",
    button: '.Papercups-toggleButton',
  },
};
