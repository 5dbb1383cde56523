/** One answer on its way to a browser, whatever carries it. */
export interface Wire {
  /** Whether it is over, by either side. */
  readonly isClosed: boolean;
  writeHead(status: number, headers?: Readonly<Record<string, string>>): void;
  /** `sent` is called when the browser's side has taken it over. */
  write(chunk: string | Uint8Array, sent?: () => void): void;
  end(chunk?: string | Uint8Array): void;
  /** Breaks it off, before the first byte as well. */
  destroy(): void;
  /** Calls back when it is over. */
  onClose(listener: () => void): void;
}
