/** Tells the page of an error that nobody catches. */
export type ReportError = (error: unknown) => void;

/** Whoever wants to know. One that throws is reported, and stops nobody else. */
export class Subscribers<Message> {
  readonly #listeners = new Set<(message: Message) => void>();
  readonly #reportError: ReportError;

  constructor(reportError: ReportError = reportUncaught) {
    this.#reportError = reportError;
  }

  /** Calls `listener` at every message, until the returned function is called. */
  add(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(message: Message): void {
    for (const listener of this.#listeners) {
      try {
        listener(message);
      } catch (error) {
        this.#reportError(error);
      }
    }
  }
}

interface Scope {
  /** Missing in Node. */
  readonly reportError?: ReportError | undefined;
  readonly queueMicrotask: (task: () => void) => void;
}

/** Reports an error as the platform reports one that nobody catches. */
export function reportUncaught(error: unknown, scope: Scope = globalThis): void {
  if (scope.reportError) scope.reportError(error);
  else
    scope.queueMicrotask(() => {
      throw error;
    });
}
