import type {DetailMessages} from './messages.js';

/** A separate file, loaded with the parts that show these sentences, because English is in the element's own file. */
export const enDetails: DetailMessages = {
  handoffTitle: 'Chat instead of calling?',
  handoffBody: 'A chat with our team opens in a new window.',
  acceptWith: 'Chat with {name}',
  wait: 'Typical wait: about {duration}.',
  peopleAhead: {one: '{count} person ahead of you.', other: '{count} people ahead of you.'},
  end: 'End chat',
  endQuestion: 'Do you want to end this chat?',
  keep: 'Keep chatting',
  ending: 'Ending chat…',
  ended: 'The chat has ended.',
  endFailed: 'We couldn’t end the chat. Please try again.',
  snoozed: 'OK, we’ll ask again in an hour.',
  optedOut: 'We will not invite you again.',
  undo: 'Undo',
  privacy: 'How we handle your data',
  minimize: 'Minimize chat',
  resize: 'Resize chat',
  newWindow: 'Open chat in a new window',
  panelLoading: 'Loading chat…',
};
