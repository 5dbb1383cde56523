import type {ResponseWriter} from './response-writer.js';

/** What the sandbox sends back. */
export interface Answer {
  /** The HTTP status. `0` means that the connection closes without an answer. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** `false` keeps pages of other origins from reading an answer of LivePerson. @default true */
  readonly readable?: boolean;
  /** How the answer is sent. @default whole, at once */
  readonly deliver?: Delivery;
}

export type Delivery = (writer: ResponseWriter, answer: Answer) => void;

export const deliverWhole: Delivery = (writer, {status, headers, body}) => {
  writer.writeHead(status, headers);
  writer.end(body);
};

export function json(status: number, value: unknown): Answer {
  return {status, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(value)};
}

export function html(status: number, body: string, headers?: Record<string, string>): Answer {
  return {status, headers: {'Content-Type': 'text/html; charset=utf-8', ...headers}, body};
}

export function text(status: number, body: string): Answer {
  return {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}, body};
}
