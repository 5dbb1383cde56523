import {sandboxOrigin} from './sandbox.js';

/** One request that reached the sandbox, and its answer. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly status: number;
  readonly answer: unknown;
}

/** An account at the sandbox that no other test knows. */
export interface Account {
  readonly accountId: string;
  readonly appInstallationId: string;
  readonly apiHost: string;
  /** Says how the next engagement requests are answered; the last scenario stays. */
  play(...scenarios: readonly string[]): Promise<void>;
  /** What came over the wire, without preflights. */
  exchanges(): Promise<readonly Exchange[]>;
  /** The same, engagement requests only. */
  handshakes(): Promise<readonly Exchange[]>;
}

export function createAccount(): Account {
  const accountId = `t${crypto.randomUUID().replaceAll('-', '').slice(0, 18)}`;
  const control = `${sandboxOrigin}/sandbox/${accountId}`;
  const exchanges = async (): Promise<readonly Exchange[]> => {
    const response = await fetch(`${control}/log`);
    const log = (await response.json()) as readonly Exchange[];
    return log.filter(({method}) => method !== 'OPTIONS');
  };
  return {
    accountId,
    appInstallationId: 'test-app',
    apiHost: sandboxOrigin,
    play: async (...steps) => {
      await fetch(`${control}/scenario`, {method: 'PUT', body: JSON.stringify({steps})});
    },
    exchanges,
    handshakes: async () => (await exchanges()).filter(({path}) => path.endsWith('/engagement')),
  };
}
