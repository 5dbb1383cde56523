import {attributeOf} from '../settings/attribute-name.js';
import {settings, type SettingName} from '../settings/settings.js';
import type {EngagementStateName} from '../../engagement/state.js';
import {diagnose} from './diagnose.js';
import type {Diagnosis} from './diagnosis.js';

/** A page that may not have a widget yet, or no more. */
interface DiagnosedPage {
  readonly element: HTMLElement | undefined;
  call(...command: readonly unknown[]): Promise<unknown>;
}

/** Tells what the widget of a page does and why, also where it has not begun. */
export async function diagnosePage(page: DiagnosedPage): Promise<Diagnosis> {
  const {element} = page;
  if (element && 'diagnose' in element) return (element as HTMLElement & {diagnose(): Promise<Diagnosis>}).diagnose();
  const name = (element ? await page.call('get', 'state') : 'idle') as Extract<
    EngagementStateName,
    'idle' | 'connecting' | 'unavailable'
  >;
  return diagnose({
    tag: element,
    setting: (setting) => element && readSetting(element, setting),
    state: {name},
    fact: undefined,
    hasSession: true,
    storage: 'indexeddb',
    hindrance: undefined,
  });
}

/** Reads a setting of a tag that is no element yet: the page may have set the property before. */
function readSetting(tag: HTMLElement, name: SettingName): unknown {
  const {parse, initial} = settings[name];
  const own: unknown = Object.getOwnPropertyDescriptor(tag, name)?.value;
  return own ?? parse?.(tag.getAttribute(attributeOf(name))) ?? initial;
}
