/** Reports an uncaught error. */
export type ReportError = (error: unknown) => void;

/** A list of listeners. The error of one that throws is reported, and the others are still called. */
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

/** Reports an error as the platform reports an uncaught one. */
export function reportUncaught(error: unknown, scope: Scope = globalThis): void {
  if (scope.reportError) scope.reportError(error);
  else
    scope.queueMicrotask(() => {
      throw error;
    });
}
