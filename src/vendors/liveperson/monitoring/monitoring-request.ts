import {toJson} from '../../../check/json.js';
import {own} from '../../../check/own.js';
import type {Impression} from './impressions.js';

/** The account that is asked, and in which version of the API. */
export interface Account {
  readonly accountId: string;
  readonly appInstallationId: string;
  /** @default '1.1' */
  readonly apiVersion?: string | undefined;
}

/** The ids of the visitor that go into the query. */
export interface VisitorIds {
  readonly vid?: string | undefined;
  readonly sid?: string | undefined;
  /** Whether a server asks on behalf of the visitor. @default false */
  readonly obh?: boolean | undefined;
}

/** Digest of a question that says nothing about the visitor. */
export const plainQuestion = '{}';

/** Whether this is a version of the API that is spoken here; undefined is the default. */
export const isVersion = (version: string | undefined): boolean => /^(1\.[01])?$/.test(version ?? '');

/** Address of a method of the Monitoring API (Monitoring API, Query parameters). */
export function methodUrl(method: 'engagement' | 'report', host: URL, account: Account, ids: VisitorIds): URL {
  const {accountId, appInstallationId, apiVersion = '1.1'} = own(account);
  const {vid, sid, obh = false} = own(ids);
  const [brand, app] = [accountId, appInstallationId].map(encodeURIComponent);
  const url = new URL(`/api/account/${String(brand)}/app/${String(app)}/${method}`, host);
  const query = {v: apiVersion, vid, sid, obh: String(obh)};
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url;
}

/** A request with a body of JSON. */
export function toPost(body: string, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body,
  };
}

/** A request that reports (Monitoring API, Report). */
export const toReport = (body: object): RequestInit =>
  // The vendor's CORS policy allows PUT only in the form of an overridden POST.
  toPost(toJson(body), {'X-HTTP-Method-Override': 'PUT'});

/** The body of a report of what happened to an offer. */
export const toImpressionBody = (impression: Impression, pageId: string | undefined): object => ({
  ...(pageId && {pageId}),
  engagementAttributes: [impression],
});

/** Whether a status says that the body is an answer. The two mean the same (Monitoring API, Response format). */
export const isAnswered = (status: number): boolean => status === 200 || status === 201;

/**
 * Digest of a request's parameters, so that tabs share an answer only if they send the same ones. Undefined on pages
 * without Web Crypto, such as those loaded over http.
 */
export async function digestQuestion(question: unknown): Promise<string | undefined> {
  const text = toJson(question);
  if (text === plainQuestion) return text;
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = await subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && btoa(String.fromCharCode(...new Uint8Array(digest)));
}
