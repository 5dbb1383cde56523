import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {JSDOM} from 'jsdom';
import {inviteTo} from './chat.js';
import {useWindow} from './window.js';

useWindow(new JSDOM('<!doctype html>', {url: 'https://brand.example/', pretendToBeVisual: true}).window);

const {createFakePlatform} = await import('web-engagement/testing.js');
const platform = createFakePlatform();
after(() => platform.remove());

test('a visitor who accepts gets to the chat of the campaign', async () => {
  const opened = [];
  platform.offer({campaignId: '42'});
  const widget = await platform.mount(inviteTo({open: (campaign) => opened.push(campaign)}));
  (await platform.part(widget, 'accept')).click();
  await platform.reaches(widget, 'accepted');
  assert.deepEqual(opened, ['42']);
});
