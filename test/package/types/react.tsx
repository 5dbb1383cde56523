import {useRef} from 'react';
import type {WebEngagementElement} from 'web-engagement';
import type {} from 'web-engagement/tags/react.js';

export function Layout() {
  const widget = useRef<WebEngagementElement>(null);
  return (
    <>
      <web-engagement
        ref={widget}
        id="chat"
        class="corner"
        account-id="12345678"
        app-installation-id="app"
        auto-collapse={30}
        heading-level="3"
        debug
        entryPoints={['sec://Sport']}
        onengagement-accept={(event) => {
          event.preventDefault();
          event.waitUntil(Promise.resolve(event.detail.offer.id));
        }}
      >
        <span slot="title">Hello</span>
      </web-engagement>
      <engagement-timeline time-zone="Europe/Berlin" record={undefined} />
      {/* @ts-expect-error There is no such place to open. */}
      <web-engagement open-in="window" />
      {/* @ts-expect-error There is no such attribute. */}
      <web-engagement account="12345678" />
      {/* @ts-expect-error Entry points are a list. */}
      <web-engagement entryPoints="sec://Sport" />
    </>
  );
}
