import type {Offer} from 'web-engagement';
import type {} from 'web-engagement/script.js';

// What the samples of the documents leave to the reader's page.
declare global {
  interface Window {
    dataLayer: object[];
    OptanonWrapper: () => void;
  }
  const dataLayer: object[];
  const OnetrustActiveGroups: string;
  const Cookiebot: {readonly consent: {readonly preferences: boolean}};
  const gtag: (command: 'event', name: string, parameters: object) => void;
  const router: {afterEach(guard: (to: {readonly name: string}) => void): void};
  const cometd: {
    isDisconnected(): boolean;
    getClientId(): string | null;
    addListener(channel: string, callback: (message: {readonly data?: unknown}) => void): object;
    removeListener(listener: object): void;
    subscribe(channel: string, onMessage: (message: {readonly data?: unknown}) => void, onAnswer?: object): object;
    unsubscribe(subscription: object): void;
  };
  const invitation: HTMLFormElement;
  const logOutButton: HTMLButtonElement;
  const myConsentManager: {onGrant(listener: () => void): void; onRevoke(listener: () => void): void};
  const visitId: string;
  const visitor: {readonly subject: string};
  const visitorToken: string;
  function askMyPlatform(signal: AbortSignal): Promise<{readonly id: string; readonly invites: boolean}>;
  function logIn(): Promise<void>;
  function openMyChat(offer: Offer | string): void;
  function openMyMessagingWindow(request: object): void;
}
