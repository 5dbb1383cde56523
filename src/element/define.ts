import {register} from '../tag/register-element.js';
import {WebEngagementElement} from './web-engagement.js';

register(WebEngagementElement);

declare global {
  interface HTMLElementTagNameMap {
    'web-engagement': WebEngagementElement;
  }
}
