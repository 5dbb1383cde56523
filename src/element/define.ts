import {askWith} from '../tag/connect-session.js';
import {FirstAsk} from '../tag/first/first-ask.js';
import {register} from '../tag/register-element.js';
import {WebEngagementElement} from './web-engagement.js';

askWith((...question) => new FirstAsk(...question));
register(WebEngagementElement);

declare global {
  interface HTMLElementTagNameMap {
    'web-engagement': WebEngagementElement;
  }
}
