import type {ReactiveControllerHost} from 'lit';
import type {Commands} from '../tag/commands.js';
import type {Settings} from '../tag/settings/settings.js';

/** What a controller sees of the element that it belongs to. */
export type ElementHost = ReactiveControllerHost & HTMLElement & Readonly<Settings> & Commands;

/** Finds an element in the shadow tree. */
export function find(host: HTMLElement, selector: string): HTMLElement | null {
  return host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}
