import {fixtureSync} from '@open-wc/testing';
import {html, type LitElement} from 'lit';
import '../../../src/element/define.js';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {EngagementStateName} from '../../../src/engagement/state.js';
import {createStage, type Stage} from './element-session.js';
import {waitUntil} from '../wait-until.js';

/** Puts an element over a stage on the page, with these properties. */
export function mount(
  stage: Stage = createStage(),
  properties: Partial<WebEngagementElement> = {},
): WebEngagementElement {
  const element = document.createElement('web-engagement');
  Object.assign(element, {session: stage.session}, properties);
  return fixtureSync<HTMLDivElement>(html`<div>${element}</div>`).querySelector('web-engagement')!;
}

/** Mounts an element and waits until it is in a state, and shows what belongs to it. */
export async function mountIn(
  state: EngagementStateName,
  stage: Stage,
  properties?: Partial<WebEngagementElement>,
): Promise<WebEngagementElement> {
  const element = mount(stage, properties);
  await waitUntil(() => element.state === state, `the element is in the state ${state}`);
  await settle(element);
  return element;
}

/** Waits until what happened to an element has been rendered, and ends its transitions. */
export async function settle(element: LitElement): Promise<void> {
  await element.updateComplete;
  const surfaces = [...element.shadowRoot!.querySelectorAll('.surface')];
  const animations = surfaces.flatMap((surface) => surface.getAnimations({subtree: true}));
  for (const animation of animations) if ('transitionProperty' in animation) animation.finish();
}

/** A part of an element, by its name. */
export function part(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
}

/** Whether a part is there and has a box. */
export function isRendered(element: Element, name: string): boolean {
  return (part(element, name)?.getClientRects().length ?? 0) > 0;
}

/** Records the names of the events that an element dispatches. */
export function record(element: EventTarget, ...names: string[]): string[] {
  const heard: string[] = [];
  for (const name of names) element.addEventListener(name, () => heard.push(name));
  return heard;
}
