import type {Answer} from './answer.js';

/** By lower-case names. */
export type RequestHeaders = Readonly<Partial<Record<string, string>>>;

/** A request that has arrived completely. */
export interface SandboxRequest {
  readonly method: string;
  /** As if the sandbox had the whole origin to itself. */
  readonly url: URL;
  /** Below which address browsers find the sandbox, without a slash at the end. */
  readonly site: string;
  readonly headers: RequestHeaders;
  readonly body: string;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
}

/** One of the sandbox's services: answers what is its own and leaves the rest to the next. */
export type Service = (request: SandboxRequest) => Answer | undefined | Promise<Answer | undefined>;

/** The sandbox in the words of the setting `api-host`: a host name, or an http origin. */
export const apiHost = ({protocol, host, origin}: URL): string => (protocol === 'https:' ? host : origin);
