import {describeAxe} from '../support/axe-suite.js';

describeAxe(320);
