export {createVisitStore, type VisitEvent, type VisitStorage, type VisitStore} from '../visit/visit-store.js';
export type {Settlement, Visit} from '../visit/visit.js';
export {ConfigurationError} from '../check/configuration-error.js';
export type {Notice, NoticeOutcome} from './notice.js';
export type {Offer, OfferAgent, OfferBrand, OfferMessages} from './offer.js';
export type {EngagementChange, EngagementSession, EngagementSessionOptions} from './session.js';
export {createEngagementSession} from './session-engine.js';
export type {EngagementSource, OfferAct, SourceFact} from './source.js';
export {offerOf, transition, type EngagementFact, type EngagementState, type EngagementStateName} from './state.js';
