import {describeAxe} from '../support/accessibility/axe-suite.js';

describeAxe(1280);
