import {WebEngagementElement} from '../element/web-engagement.js';

export {provideSessions} from './connect-session.js';
export {WebEngagementElement};
