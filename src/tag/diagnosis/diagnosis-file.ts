// What is loaded to find out what a tag does. The build makes one file of it, which shares nothing with what a page has loaded.
export {diagnose} from './diagnose.js';
export {diagnosePage} from './diagnose-page.js';
export {ReasonLog} from './reason-log.js';
