/** One thing that went to or from a visit's part of the sandbox. */
export interface Frame {
  /** Counts up within a visit. */
  readonly id: number;
  /** In ms since the epoch. */
  readonly at: number;
  readonly transport: FrameTransport;
  /** As the sandbox sees it. */
  readonly direction: 'in' | 'out';
  /** Of an answer that is more than a frame of a connection. */
  readonly status?: number;
  /** What it said, with tickets masked. */
  readonly frame: unknown;
}

export type FrameTransport = 'gateway' | 'notify' | 'sse' | 'long-polling' | 'websocket';

const longestLog = 200;

/** Remembers the last 200 frames of a visit and tells its listeners of each as it happens. */
export class FrameLog {
  readonly #now: () => number;
  readonly #listeners = new Set<(frame: Frame) => void>();
  #frames: readonly Frame[] = [];
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  get isUsed(): boolean {
    return this.#listeners.size > 0;
  }

  record(entry: Omit<Frame, 'id' | 'at'>): void {
    const frame = {id: ++this.#count, at: this.#now(), ...entry, frame: masked(entry.frame)};
    this.#frames = [...this.#frames.slice(1 - longestLog), frame];
    for (const listener of this.#listeners) listener(frame);
  }

  clear(): void {
    this.#frames = [];
  }

  /** Calls `listener` at every frame, until the returned function is called. */
  subscribe(listener: (frame: Frame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function masked(frame: unknown): unknown {
  return JSON.parse(JSON.stringify(frame, (key, value: unknown) => (key === 'ticket' ? '…' : value)));
}
