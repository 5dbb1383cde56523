// One file, because a card that needs one of them mostly has the time to load both, and a request costs more than a few bytes.
export {Ending} from './ending.js';
export {InvitationDetails} from './invitation-details.js';
export {Portrait} from './portrait.js';
export {renderPrivacyLink} from './privacy-link.js';
export {Refusal} from './refusal.js';
export {TitleBadge} from './title-badge.js';
export {renderTopics} from './topics.js';
