import type {EngagementSession} from '../../engagement/session.js';
import type {EngagementSource} from '../../engagement/source.js';
import type {TriggerSettings} from '../../engagement/triggers/trigger.js';
import type {NotificationSettings} from '../../vendors/genesys/notification-settings.js';
import type {HandoffSettings} from '../../vendors/liveperson/handoff/handoff-source.js';
import {isPlain, type MonitoringSettings} from '../../vendors/liveperson/monitoring/monitoring-settings.js';
import {settingNames, settings, type SettingName} from './settings.js';

/** The settings that decide which platforms a session speaks with, and about whom. A change makes a new session, or a new question. */
export interface SessionSettings extends MonitoringSettings, HandoffSettings, NotificationSettings, TriggerSettings {
  /** Writes what happens to the console, without ids. */
  readonly debug?: boolean | undefined;
  /** How many different invitations a visitor may see within 24 hours; no limit when absent. */
  readonly maxInvitations?: number | undefined;
  /** Sources to ask in place of the vendors' ones. */
  readonly sources?: readonly EngagementSource[] | undefined;
}

export type SessionFactory = (settings: SessionSettings) => EngagementSession;

type Callback = (...args: unknown[]) => unknown;

const restartingSettings = settingNames.filter((name) => settings[name].restarts);
const askedSettings = settingNames.filter((name) => settings[name].asksAgain);

/** Reads what a session is made from. */
export function readSessionSettings(read: (name: SettingName) => unknown): SessionSettings {
  const toSetting = (name: SettingName): unknown => {
    const value = read(name);
    // A function is looked up when it is called, because a framework makes a new one at every render.
    if (typeof value === 'function')
      return (...args: unknown[]): unknown => ((read(name) ?? value) as Callback)(...args);
    // A setting that is empty says nothing, but 0 is a number.
    return value === 0 ? value : value || undefined;
  };
  return Object.fromEntries([...restartingSettings, ...askedSettings].map((name) => [name, toSetting(name)]));
}

/** Whether sessions made from these settings would be the same. */
export const isSameSession = (one: SessionSettings, other: SessionSettings): boolean =>
  areSame(restartingSettings, one, other);

/** Whether these settings ask the platform the same. */
export const isSameQuestion = (one: SessionSettings, other: SessionSettings): boolean =>
  areSame(askedSettings, one, other);

function areSame(names: readonly SettingName[], one: SessionSettings, other: SessionSettings): boolean {
  const [values, others] = [one, other] as Partial<Record<SettingName, unknown>>[];
  return names.every((name) => {
    const {isSame = Object.is} = settings[name];
    return isSame(values?.[name], others?.[name]);
  });
}

/** Whether the platform is asked about a visitor of whom the page says nothing. */
export function isAboutNobody(settings: SessionSettings): boolean {
  return !settings.sources && isPlain(settings);
}

/** Whether that is all that there is to do. */
export function asksAlone(settings: SessionSettings): boolean {
  const {accountId, appInstallationId, notificationsUrl, notificationsTransport, visitId, handoffUrl} = settings;
  const {showAfterScroll, showOnExit, showOnUrl, hours} = settings;
  const further = notificationsUrl ?? notificationsTransport ?? visitId ?? handoffUrl;
  const trigger = showAfterScroll ?? showOnExit ?? showOnUrl ?? hours;
  return !!accountId && !!appInstallationId && !further && trigger === undefined && isAboutNobody(settings);
}
