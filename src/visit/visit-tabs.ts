import {openVisitChannel, tellTabs, type VisitMessage} from './visit-channel.js';
import type {Visit} from './visit.js';
import {toWishes, type Wishes} from './wishes.js';

/** What the visitor has newly said of offers, in another tab. */
export interface ToldWishes {
  readonly wishes: Wishes;
  /** Whether they are stored, for those who can read. */
  readonly isStored: boolean;
  /** Digest of who has logged in there. */
  readonly subject?: string | undefined;
}

/** The channel for wishes. */
const wishesOf = (key: string): string => `${key}/wishes`;

export interface VisitTabsListener {
  readonly onMessage: (message: VisitMessage) => void;
  readonly onWishes: (told: ToldWishes) => void;
}

/**
 * What tabs say to each other about a visit. Wishes are told beside the storage, because a tab whose storage has failed
 * reads nothing, and writes nothing that the others could read.
 */
export class VisitTabs {
  readonly #key: string;
  #channel: BroadcastChannel | undefined;
  #wishes: BroadcastChannel | undefined;

  constructor(key: string) {
    this.#key = key;
  }

  /** Hears the other tabs until `signal` aborts. Only after that it may be called again. */
  open({onMessage, onWishes}: VisitTabsListener, signal: AbortSignal): void {
    const [channel, wishes] = [openVisitChannel(this.#key), openVisitChannel(wishesOf(this.#key))];
    [this.#channel, this.#wishes] = [channel, wishes];
    if (channel) channel.onmessage = ({data}: MessageEvent<VisitMessage>) => onMessage(data);
    if (wishes) {
      wishes.onmessage = ({data}: MessageEvent<unknown>) => {
        const told = readTold(data);
        if (told) onWishes(told);
      };
    }
    signal.addEventListener('abort', () => {
      channel?.close();
      wishes?.close();
      if (this.#channel === channel) this.#channel = this.#wishes = undefined;
    });
  }

  tell(message: VisitMessage): void {
    tellTabs(this.#key, message, this.#channel);
  }

  tellWishes(wishes: Wishes | undefined, isStored: boolean, {subject}: Visit): void {
    if (wishes) tellTabs(wishesOf(this.#key), {wishes, isStored, subject}, this.#wishes);
  }
}

function readTold(message: unknown): ToldWishes | undefined {
  const {wishes: told, isStored, subject} = Object(message) as Partial<Record<keyof ToldWishes, unknown>>;
  const wishes = toWishes(told);
  return wishes && {wishes, isStored: isStored === true, subject: typeof subject === 'string' ? subject : undefined};
}
