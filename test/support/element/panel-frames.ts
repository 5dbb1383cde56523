import {fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelView} from '../../../src/element/conversation/panel.js';
import './panel-stage.js';
import type {PanelStage} from './panel-stage.js';
import {waitUntil} from '../wait-until.js';

/** This server under the name of another host. */
export const other = location.origin.replace('localhost', '127.0.0.1');

/** A conversation at another host. */
export const conversation = `${other}/test/support/pages/conversation.html`;

/** What a conversation tells of itself. */
interface Told {
  /** Differs from one loading to the next. */
  readonly id: number;
  readonly canReachOut: boolean;
}

/** Shows a panel, with a conversation of another host unless the view says otherwise. */
export function showPanel(view: Partial<PanelView> = {}): Promise<PanelStage> {
  const stage = fixtureSync<PanelStage>(html`<panel-stage></panel-stage>`);
  return stage.show({address: conversation, ...view});
}

/** The frame of a panel. */
export function frameOf({shadowRoot}: Element): HTMLIFrameElement | null {
  return shadowRoot!.querySelector('iframe');
}

/** Waits until a panel's conversation has been loaded and says so no longer. */
export async function loaded(stage: PanelStage): Promise<void> {
  const isLoading = (): boolean => !!stage.shadowRoot!.querySelector('[part=loading]');
  await waitUntil(() => !isLoading(), 'the conversation has been loaded');
}

/** Asks a panel's conversation about itself. */
export async function ask(stage: PanelStage): Promise<Told> {
  const {contentWindow} = frameOf(stage)!;
  return new Promise((resolve) => {
    const hear = ({data, source}: MessageEvent<Told>): void => {
      if (source !== contentWindow) return;
      removeEventListener('message', hear);
      resolve(data);
    };
    addEventListener('message', hear);
    contentWindow!.postMessage('who are you?', '*');
  });
}

/** Opens a page of this size that knows panels, with this policy. */
export async function openPage(width: number, height: number, policy = ''): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {border: '0', width: `${width}px`, height: `${height}px`});
  document.body.append(frame);
  const {contentDocument} = frame;
  const {customElements} = frame.contentWindow as Window & typeof globalThis;
  const meta = contentDocument!.createElement('meta');
  Object.assign(meta, {httpEquiv: 'Content-Security-Policy', content: policy});
  const script = contentDocument!.createElement('script');
  Object.assign(script, {type: 'module', src: '/test/support/element/panel-stage.ts'});
  contentDocument!.head.append(...(policy ? [meta] : []), script);
  await customElements.whenDefined('panel-stage');
  return frame;
}

/** Shows a panel with a conversation of another host on such a page. */
export async function showPanelOn({contentDocument}: HTMLIFrameElement): Promise<PanelStage> {
  const stage = contentDocument!.createElement('panel-stage');
  contentDocument!.body.append(stage);
  return stage.show({address: conversation});
}
