import type {Fetch} from '../../../src/http/request.js';

export interface Message {
  readonly channel: string;
  readonly [field: string]: unknown;
}

/** Fields of an answer; `hold` when it waits for a publication; `drop` when there is none. */
export type ScriptedAnswer = Readonly<Record<string, unknown>> | 'hold' | 'drop';

/** Says how the `nth` message of a type such as `connect` is answered, counted from 1; nothing for the usual answer. */
export type Script = (type: string, nth: number, message: Message) => ScriptedAnswer | undefined;

/** A Bayeux server in the test's own hands, reached by what a page calls `fetch` and `WebSocket`. */
export class BayeuxServer {
  /** Messages that came together, in order. */
  readonly batches: (readonly Message[])[] = [];
  readonly requests: RequestInit[] = [];
  readonly sockets: FakeWebSocket[] = [];
  /** Whether nobody can connect. */
  isDown = false;
  readonly #script: Script;
  readonly #counts = new Map<string, number>();
  readonly #queue: Message[] = [];
  #wake: () => void = () => undefined;
  #cut: () => void = () => undefined;

  constructor(script: Script = () => undefined) {
    this.#script = script;
  }

  /** Messages of a type such as `handshake`, in order. */
  received(type: string): readonly Message[] {
    return this.batches.flat().filter(({channel}) => channel === `/meta/${type}`);
  }

  publish(...messages: readonly Message[]): void {
    const socket = this.sockets.at(-1);
    if (socket) return socket.say(JSON.stringify(messages));
    this.#queue.push(...messages);
    this.#wake();
  }

  /** Breaks the connection there is. */
  cut(): void {
    this.#cut();
  }

  /** Takes messages that came together, and answers each; an answer that is dropped is missing. */
  take(messages: readonly Message[]): readonly Promise<readonly Message[]>[] {
    this.batches.push(messages);
    return messages.map((message) => this.#answer(message));
  }

  readonly fetch: Fetch = async (_, init) => {
    if (this.isDown) throw new TypeError('down');
    this.requests.push(init);
    const cut = new Promise<never>((_resolve, reject) => {
      this.#cut = () => reject(new TypeError('cut'));
      init.signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    });
    const answers = Promise.all(this.take(JSON.parse(init.body as string) as Message[]));
    const answered = (await Promise.race([answers, cut])).flat();
    return new Response(JSON.stringify([...this.#queue.splice(0), ...answered]));
  };

  get webSocket(): new (url: string) => WebSocket {
    const open = (): FakeWebSocket => {
      const socket = new FakeWebSocket((messages) => {
        for (const answer of this.take(messages)) {
          void answer.then((answers) => answers.length && socket.say(JSON.stringify(answers)));
        }
      });
      this.#cut = () => socket.end();
      if (!this.isDown) this.sockets.push(socket);
      queueMicrotask(() => (this.isDown ? socket.end() : socket.open()));
      return socket;
    };
    return function () {
      return open();
    } as unknown as new (url: string) => WebSocket;
  }

  async #answer(message: Message): Promise<readonly Message[]> {
    const {channel} = message;
    const type = channel.slice('/meta/'.length);
    const nth = (this.#counts.get(type) ?? 0) + 1;
    this.#counts.set(type, nth);
    const answer = this.#script(type, nth, message) ?? usualAnswer(type, nth, message);
    if (answer === 'drop') return type === 'connect' ? new Promise(() => undefined) : [];
    if (answer === 'hold') await new Promise<void>((resolve) => (this.#wake = resolve));
    return [{channel, successful: true, ...(answer === 'hold' ? {} : answer)}];
  }
}

function usualAnswer(type: string, nth: number, {advice}: Message): ScriptedAnswer {
  if (type === 'handshake') return {clientId: `client-${nth}`};
  return type === 'connect' && !advice ? 'hold' : {};
}

/** As much of a `WebSocket` as a page uses. */
export class FakeWebSocket {
  readyState = 0;
  onopen: (() => void) | undefined;
  onmessage: ((event: {data: unknown}) => void) | undefined;
  onerror: (() => void) | undefined;
  onclose: (() => void) | undefined;
  readonly #take: (messages: readonly Message[]) => void;

  constructor(take: (messages: readonly Message[]) => void) {
    this.#take = take;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(data: unknown): void {
    if (this.readyState === 1) this.onmessage?.({data});
  }

  end(): void {
    this.readyState = 3;
    this.onerror?.();
    this.onclose?.();
  }

  send(text: string): void {
    if (this.readyState !== 1) throw new DOMException('not open', 'InvalidStateError');
    this.#take(JSON.parse(text) as Message[]);
  }

  close(): void {
    this.readyState = 3;
  }
}
