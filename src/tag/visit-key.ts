/** The settings that tell one visit from another. */
export interface VisitSettings {
  readonly apiHost?: string | undefined;
  readonly accountId?: string | undefined;
  readonly appInstallationId?: string | undefined;
}

/** Key of the visit to an account. */
export const visitKey = ({apiHost, accountId, appInstallationId}: VisitSettings): string =>
  [apiHost, accountId, appInstallationId].join('/');

/** Name of the locks and channels that the tabs of a visit share. */
export const tabsNameOf = (key: string): string => `web-engagement/${key}`;
