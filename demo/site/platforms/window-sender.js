import {followNotifications} from './notification-feed.js';

// Runs in a frame of the shop and posts the notifications of the visit to the shop.

const {visitId = '', pageId = ''} = /** @type {HTMLElement} */ (frameElement).dataset;
const post = (/** @type {unknown} */ messages) => parent.postMessage(messages, origin);

void followNotifications({visitId, pageId}, post, new AbortController().signal);
