import {after, before, beforeEach} from 'node:test';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {openAccount, type Account} from './account.js';
import {brandUrl} from './brand.js';

/** What the tests of a suite on a brand's pages start from. */
export interface BrandSuite {
  /** The brand's own server. */
  readonly brand: Sandbox;
  /** The contact-centre platform's. */
  readonly platform: Sandbox;
  /** An account that no other test knows, at a platform of another origin. */
  readonly account: Account;
  /** Address of a page of the brand for that account. */
  url(wishes?: Readonly<Record<string, string>>): string;
}

/** Runs both servers as long as the suite, and opens an account for each test; read the fields within a test only. */
export function useBrand(): BrandSuite {
  let brand: Sandbox;
  let platform: Sandbox;
  let account: Account;

  before(async () => {
    [brand, platform] = await Promise.all([startSandbox(), startSandbox()]);
  });
  beforeEach(() => {
    account = openAccount(platform);
  });
  after(() => Promise.all([brand.close(), platform.close()]));

  return {
    get brand() {
      return brand;
    },
    get platform() {
      return platform;
    },
    get account() {
      return account;
    },
    url: (wishes = {}) => brandUrl(brand, platform, {account: account.id, ...wishes}),
  };
}
