import {version} from '../version.js';
import {tabsNameOf} from '../visit-key.js';
import {describeDiagnosis} from './describe-diagnosis.js';
import type {Diagnosis} from './diagnosis.js';
import {findReasons} from './find-reasons.js';
import {findLastRequest} from './last-request.js';
import {reportPolicies} from './policy-report.js';
import {reportSettings} from './settings-report.js';
import {keyOf, readStoredVisit, type Situation} from './situation.js';
import {reportTabs} from './tabs-report.js';

/** Finds out what a tag does and why, and writes it to the console. */
export async function diagnose(situation: Situation): Promise<Diagnosis> {
  const {tag, setting, state, storage} = situation;
  const visit = await readStoredVisit(situation);
  const diagnosis = {
    version,
    state: state.name,
    reasons: findReasons(situation, visit),
    settings: reportSettings(tag, setting),
    policy: await reportPolicies(),
    storage,
    tabs: await reportTabs(tabsNameOf(keyOf(setting))),
    lastRequest: findLastRequest(setting, visit),
  };
  console.info(`<web-engagement>: ${describeDiagnosis(diagnosis)}`);
  return diagnosis;
}
