/** Headers by their lower-case names. */
export type RequestHeaders = Readonly<Partial<Record<string, string>>>;

/** A complete request. */
export interface SandboxRequest {
  readonly method: string;
  /** The address without the folder of the demo: paths start at the origin's root. */
  readonly url: URL;
  /** The address below which browsers find the demo, without a slash at the end. */
  readonly site: string;
  readonly headers: RequestHeaders;
  readonly body: string;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
}

/** The sandbox as a value of the setting `api-host`: a host name, or an origin where there is no https. */
export const toApiHost = ({protocol, host, origin}: URL): string => (protocol === 'https:' ? host : origin);
