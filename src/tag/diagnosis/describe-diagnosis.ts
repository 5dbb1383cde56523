import type {Diagnosis} from './diagnosis.js';
import type {Reason} from './reasons.js';

/** Writes a diagnosis as text, a line for each part. */
export function describeDiagnosis({
  version,
  state,
  reasons,
  settings,
  policy,
  storage,
  tabs,
  lastRequest,
}: Diagnosis): string {
  const used = Object.entries(settings.used).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const ignored = settings.ignored.map(({name, why}) => `${name}: ${why}`);
  const violations = policy.violations?.map(({directive, blocked}) => `${directive} has blocked ${blocked}`);
  return [
    `version ${version}, state ${state}`,
    `why: ${reasons.map(describeReason).join('; ')}`,
    `settings: ${list(used)}`,
    `ignored: ${list(ignored)}`,
    `policy: ${violations ? list(violations) : 'this browser does not tell'}`,
    `storage: ${storage}`,
    `tabs: ${tabs.channel ? 'a' : 'no'} channel, ${tabs.locks ? '' : 'no '}locks, notifications led by ${tabs.leader}`,
    `last request: ${lastRequest ? `${lastRequest.to}, ${String(lastRequest.status ?? 'no status')}, ${lastRequest.at.toISOString()}` : 'none'}`,
  ].join('\n  ');
}

/** A reason in a sentence, with the time when it ends. */
export const describeReason = ({text, until}: Reason): string =>
  until ? `${text}, until ${until.toISOString()}` : text;

const list = (parts: readonly string[]): string => parts.join('; ') || 'none';
