export interface PolicyReport {
  /** What a Content Security Policy has blocked; undefined where the browser does not tell. */
  readonly violations: readonly PolicyViolation[] | undefined;
  /** Whether the browser knows Trusted Types, which a policy may ask for. */
  readonly trustedTypes: boolean;
}

export interface PolicyViolation {
  /** The directive, such as `connect-src`. */
  readonly directive: string;
  /** The origin that was blocked, or `inline`, `eval`, `trusted-types-sink` and the like. */
  readonly blocked: string;
}

interface ViolationBody {
  readonly effectiveDirective?: string;
  readonly blockedURL?: string | null;
}

interface Scope {
  readonly ReportingObserver?: typeof ReportingObserver;
  readonly trustedTypes?: object;
}

/** Tells what policies have blocked on this page since it began to load, without the paths of addresses. */
export async function reportPolicies(scope: Scope = globalThis): Promise<PolicyReport> {
  const trustedTypes = !!scope.trustedTypes;
  if (!scope.ReportingObserver) return {violations: undefined, trustedTypes};
  const found: ViolationBody[] = [];
  const take = (reports: readonly Report[]): void => {
    found.push(...reports.map(({body}) => body as ViolationBody));
  };
  const observer = new scope.ReportingObserver(take, {types: ['csp-violation'], buffered: true});
  observer.observe();
  // The browser hands over in a task of its own what it has kept.
  await new Promise((resolve) => setTimeout(resolve));
  take(observer.takeRecords());
  observer.disconnect();
  return {violations: unique(found.map(toViolation)), trustedTypes};
}

function toViolation({effectiveDirective = '', blockedURL}: ViolationBody): PolicyViolation {
  const blocked = blockedURL ?? '';
  return {directive: effectiveDirective, blocked: /^\w+:\/\//.test(blocked) ? new URL(blocked).origin : blocked};
}

const unique = (violations: readonly PolicyViolation[]): readonly PolicyViolation[] => [
  ...new Map(violations.map((violation) => [Object.values(violation).join(), violation])).values(),
];
