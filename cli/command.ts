/** What a command writes to, and where it works. */
export interface Surroundings {
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void;
  /** Ends a command that runs until it is stopped. */
  readonly signal: AbortSignal;
}

/** A command of `npx web-engagement`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `--help`. */
  readonly help: string;
  /**
   * Runs the command. Resolves with the exit code: 0 when all is well, 1 when it found a problem.
   *
   * @throws UsageError, by a rejection, when the arguments cannot be understood
   */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>;
}

/** Arguments that cannot be understood. The exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
