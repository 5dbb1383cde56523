import {toJson} from '../../../check/json.js';
import {own} from '../../../check/own.js';
import {MalformedAnswerError, NetworkError, TimeoutError, TooLargeError} from '../../../http/errors.js';
import {toMessages, type BayeuxMessage, type BayeuxLink, type BayeuxLinkOptions} from './bayeux-link.js';

/** Longest text that is read, in characters, the same as for an HTTP answer. */
const longestText = 262_144;

/** Carries messages over a WebSocket. The whole socket fails when an answer is late. */
export function openWebSocket(url: URL, options: BayeuxLinkOptions): BayeuxLink {
  return new BayeuxWebSocket(url, options);
}

class BayeuxWebSocket implements BayeuxLink {
  readonly connectionType = 'websocket';
  readonly request: string;
  readonly #socket: WebSocket;
  readonly #opened: Promise<unknown>;
  /** Rejects when the socket can no longer be used. */
  readonly #failed: Promise<never>;
  #fail!: (reason: unknown) => void;
  readonly #options: BayeuxLinkOptions;
  #onMessage: ((message: BayeuxMessage) => void) | undefined;

  constructor(url: URL, options: BayeuxLinkOptions) {
    const {webSocket = WebSocket, signal} = own(options);
    this.request = `WebSocket ${url.origin}${url.pathname}`;
    this.#options = options;
    this.#failed = new Promise((_, reject) => (this.#fail = reject));
    // It may fail between two exchanges. The next exchange then rejects.
    this.#failed.catch(() => undefined);
    this.#socket = new webSocket(url.href);
    this.#opened = new Promise((resolve) => (this.#socket.onopen = resolve));
    this.#socket.onclose = this.#socket.onerror = () => this.#fail(new NetworkError(this.request));
    this.#socket.onmessage = ({data}) => this.#read(data);
    signal.addEventListener('abort', this.#stop);
  }

  async exchange(messages: readonly BayeuxMessage[], deadline: number): Promise<readonly BayeuxMessage[]> {
    const timer = setTimeout(() => this.#fail(new TimeoutError(this.request, deadline)), deadline);
    try {
      await Promise.race([this.#opened, this.#failed]);
      const answers = this.#waitForAnswers(messages);
      this.#socket.send(toJson(messages));
      return await Promise.race([answers, this.#failed]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(farewell?: BayeuxMessage): void {
    this.#options.signal.removeEventListener('abort', this.#stop);
    // Only an open socket accepts a message. Any other throws or ignores it.
    if (farewell && this.#socket.readyState === 1) this.#socket.send(toJson([farewell]));
    this.#socket.close();
  }

  readonly #stop = (): void => this.#fail(this.#options.signal.reason);

  #waitForAnswers(messages: readonly BayeuxMessage[]): Promise<readonly BayeuxMessage[]> {
    const answers: BayeuxMessage[] = [];
    return new Promise((resolve) => {
      this.#onMessage = (message) => {
        if (messages.some(({channel}) => channel === message.channel)) answers.push(message);
        if (answers.length === messages.length) resolve(answers);
      };
    });
  }

  #read(data: unknown): void {
    try {
      const text = String(data);
      if (text.length > longestText) throw new TooLargeError(this.request, longestText);
      for (const message of toMessages(JSON.parse(text))) {
        this.#options.receive(message);
        this.#onMessage?.(message);
      }
    } catch (error) {
      this.#fail(error instanceof SyntaxError ? new MalformedAnswerError(this.request, 'expected JSON') : error);
    }
  }
}
