/** What a picture shows of the widget, and how it comes to that. */
export interface PictureState {
  readonly name: string;
  /** What the platform says, as code of the page. */
  readonly fact: string;
  /** Settings of the tag, as code of the page. */
  readonly settings?: string;
  /** The buttons that the visitor presses, by their parts. */
  readonly presses?: readonly string[];
  /** The part that can be seen then. */
  readonly shows: string;
}

const invitation = `{type: 'expose', offer: {id: 'offer', source: 'pictures'}}`;
const conversation = `{type: 'conversation', offer: {id: 'conversation', source: 'pictures', conversationId: '1'}}`;
const handoff = `{type: 'expose', offer: {id: 'offer', source: 'pictures', url: 'https://chat.example/', waitSeconds: 300, peopleAhead: 4}}`;

const topics = `topics: [{id: 'sizes', text: 'Which size fits me?'}, {id: 'returns', text: 'How do I send it back?'}]`;
const agent = `agent: {name: 'Mia Berg', role: 'Sales advisor', avatar: '/portrait.svg'}`;

export const invited: PictureState = {name: 'invitation', fact: invitation, shows: 'card'};
export const wayBack: PictureState = {name: 'way-back', fact: conversation, shows: 'card'};
export const folded: PictureState = {name: 'launcher', fact: invitation, presses: ['close'], shows: 'launcher'};
export const banner: PictureState = {name: 'banner', fact: invitation, settings: `{format: 'banner'}`, shows: 'card'};
export const withAgent: PictureState = {
  name: 'agent',
  fact: invitation,
  settings: `{${agent}, ${topics}, privacyUrl: '/privacy'}`,
  shows: 'privacy',
};
export const panel: PictureState = {
  name: 'panel',
  fact: conversation,
  settings: `{openIn: 'panel', conversationUrl: 'https://chat.example/'}`,
  presses: ['resume'],
  shows: 'panel',
};

export const withOptions: PictureState = {name: 'options', fact: invitation, presses: ['more'], shows: 'options'};
export const unread: PictureState = {
  name: 'unread',
  fact: conversation,
  settings: '{unread: 3}',
  presses: ['dismiss'],
  shows: 'badge',
};

/** Everything that a visitor may see. */
export const states: readonly PictureState[] = [
  invited,
  withOptions,
  withAgent,
  {name: 'brand', fact: invitation, settings: `{brand: {name: 'Nordwool', logo: '/missing.svg'}}`, shows: 'card'},
  {name: 'opt-out', fact: invitation, presses: ['more', 'opt-out'], shows: 'note'},
  folded,
  {name: 'bubble', fact: invitation, settings: `{format: 'bubble'}`, shows: 'launcher'},
  banner,
  {name: 'hand-off', fact: handoff, settings: `{allowedHosts: ['chat.example']}`, shows: 'wait'},
  wayBack,
  unread,
  {
    name: 'end-question',
    fact: conversation,
    settings: '{endConversation: () => Promise.resolve()}',
    presses: ['end'],
    shows: 'question',
  },
  {
    name: 'end-failure',
    fact: conversation,
    settings: '{endConversation: () => Promise.reject(new Error())}',
    presses: ['end', 'confirm'],
    shows: 'problem',
  },
  panel,
];
