/** Writes one response to a browser, whether Node's HTTP server or a service worker sends it. */
export interface ResponseWriter {
  /** Whether either side has ended the response. */
  readonly isClosed: boolean;
  writeHead(status: number, headers?: Readonly<Record<string, string>>): void;
  /** @param sent is called when the chunk has left the buffer */
  write(chunk: string | Uint8Array, sent?: () => void): void;
  end(chunk?: string | Uint8Array): void;
  /** Breaks the connection, even before the first byte. */
  destroy(): void;
  /** Calls `listener` when the response is over. */
  onClose(listener: () => void): void;
}
