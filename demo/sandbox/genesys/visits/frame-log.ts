/** One message to or from the sandbox that belongs to a visit. */
export interface Frame {
  /** Counts up within a visit, from 1. */
  readonly id: number;
  /** In ms since the epoch. */
  readonly at: number;
  readonly transport: FrameTransport;
  /** Seen from the sandbox. */
  readonly direction: 'in' | 'out';
  /** The HTTP status, for answers that have one of their own. */
  readonly status?: number;
  /** The content, with tickets masked. */
  readonly frame: unknown;
}

export type FrameTransport = 'gateway' | 'notify' | 'sse' | 'long-polling' | 'websocket';

const maxFrames = 200;

/** Remembers the last 200 frames of a visit and notifies subscribers of each new one. */
export class FrameLog {
  readonly #now: () => number;
  readonly #subscribers = new Set<(frame: Frame) => void>();
  #frames: readonly Frame[] = [];
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  get isUsed(): boolean {
    return this.#subscribers.size > 0;
  }

  record(entry: Omit<Frame, 'id' | 'at'>): void {
    const frame = {id: ++this.#count, at: this.#now(), ...entry, frame: masked(entry.frame)};
    this.#frames = [...this.#frames.slice(1 - maxFrames), frame];
    for (const subscriber of this.#subscribers) subscriber(frame);
  }

  clear(): void {
    this.#frames = [];
  }

  /** Calls `subscriber` for each new frame until the returned function is called. */
  subscribe(subscriber: (frame: Frame) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }
}

function masked(frame: unknown): unknown {
  return JSON.parse(JSON.stringify(frame, (key, value: unknown) => (key === 'ticket' ? '…' : value)));
}
