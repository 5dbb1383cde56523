/** Why a change that no test notices makes no difference that anybody could notice, or what the tests lack. */
interface Judgement {
  readonly path: string;
  /** A part of the changed line that no other line has. */
  readonly code: string;
  readonly reason: string;
}

const judgements: readonly Judgement[] = [
  {
    path: 'src/engagement/holders.ts',
    code: 'clear(): void {',
    reason: 'A gap in the tests: a page that starts again after its consent was withdrawn.',
  },
  {
    path: 'src/engagement/invitation-memory.ts',
    code: 'folded: unread === undefined ? others',
    reason: 'An offer that is stored as folded with nothing is read as one that is not folded.',
  },
  {
    path: 'src/engagement/invitation-memory.ts',
    code: 'this.#wasRefused = true;',
    reason: 'A gap in the tests: an opt-out that is taken back in the tab that has said it.',
  },
  {
    path: 'src/engagement/lazy-source.ts',
    code: 'source?.start(',
    reason: 'Nothing is started, and nobody hears of an act or a message, before the source is loaded.',
  },
  {
    path: 'src/engagement/lazy-source.ts',
    code: 'source?.acknowledge?.(',
    reason: 'Nothing is started, and nobody hears of an act or a message, before the source is loaded.',
  },
  {
    path: 'src/engagement/lazy-source.ts',
    code: 'source?.notify?.(',
    reason: 'Nothing is started, and nobody hears of an act or a message, before the source is loaded.',
  },
  {
    path: 'src/engagement/recollection.ts',
    code: 'return left > 0',
    reason: 'A snooze that ends now has 0 ms left by either way.',
  },
  {
    path: 'src/engagement/session-engine.ts',
    code: "if (settlement && this.#state.name === 'expose')",
    reason: 'A gap in the tests: the state is the same, and only a subscriber of the session is told of it twice.',
  },
  {
    path: 'src/engagement/session-engine.ts',
    code: 'if (this.#run) this.#snooze.watch(',
    reason: 'A gap in the tests: what is remembered comes to a session that has ended.',
  },
  {
    path: 'src/engagement/session-engine.ts',
    code: 'this.#life?.abort();',
    reason: 'A gap in the tests: consent is withdrawn before the session starts.',
  },
  {
    path: 'src/engagement/session-engine.ts',
    code: "if (['reset', 'stranger', 'revoke'].includes(fact.type))",
    reason: 'A gap in the tests: the limit of invitations for a visitor who comes after another one on the same page.',
  },
  {
    path: 'src/engagement/snooze-clock.ts',
    code: 'if (!this.#isRunning) void this.#wait(',
    reason: 'A gap in the tests: a snooze that is watched twice asks twice at its end.',
  },
  {
    path: 'src/engagement/snooze-clock.ts',
    code: 'Math.min(left, longestNap)',
    reason: 'A gap in the tests: naps of a snooze that ends earlier than the longest one.',
  },
  {
    path: 'src/engagement/snooze-problem.ts',
    code: "if (typeof seconds === 'number'",
    reason: 'Nothing but a number is finite by Number.isFinite().',
  },
  {
    path: 'src/engagement/sources/fact-check.ts',
    code: "typeof value === 'object' && value ? own(",
    reason: 'Null has no properties that could be copied.',
  },
  {
    path: 'src/engagement/sources/source-set.ts',
    code: '} catch {',
    reason: 'A function that ends without a value returns undefined, which stands for false here.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: "const [first = '', ...rest]",
    reason: 'A text always has a first part, and there may be any spaces between the others.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: 'const zone =',
    reason: 'What has a zone only as a part of it is refused as a zone or as a span, in the same words.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: 'const spans =',
    reason: 'Each span is trimmed again.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: 'spanPattern.exec(span) ?? []',
    reason: 'Without times a span is refused, whatever its days are.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: "dayNames.indexOf(last ?? 'Su')",
    reason: 'The day before Monday is Sunday, by whatever number.',
  },
  {
    path: 'src/engagement/triggers/opening-hours.ts',
    code: "const {weekday = ''",
    reason: 'The format always has a day of the week.',
  },
  {
    path: 'src/engagement/triggers/trigger-watch.ts',
    code: 'moments.length === 0 ||',
    reason: 'Without moments there is no first one that could be missing.',
  },
  {
    path: 'src/engagement/triggers/trigger-watch.ts',
    code: 'AbortSignal.any([this.#signal, this.#moments.signal])',
    reason: 'A gap in the tests: what a trigger hears after the page has been left.',
  },
  {
    path: 'src/engagement/triggers/triggered-source.ts',
    code: 'if (isOver ||',
    reason: 'Only a withdrawal has the id of an offer beside it, and an invitation that is held has an id.',
  },
  {
    path: 'src/engagement/triggers/triggered-source.ts',
    code: 'offer?.source === this.#source.name',
    reason: 'There is always an offer in the state expose.',
  },
  {
    path: 'src/engagement/triggers/triggered-source.ts',
    code: "if (fact.type === 'expose' && reason)",
    reason: 'Only an invitation has a reason to be held; its type is asked for again for the compiler.',
  },
  {
    path: 'src/engagement/triggers/url-patterns.ts',
    code: 'text.split(/',
    reason: 'What is empty between two spaces is removed.',
  },
  {
    path: 'src/http/retry.ts',
    code: 'if (edges) await whenOnline(',
    reason: 'Without edges the page itself is asked, which has a network in tests.',
  },
  {
    path: 'src/http/retry.ts',
    code: "new TimeoutError('', patience ?? 0)",
    reason: 'A policy judges the error by its class. Nobody reads its message.',
  },
  {
    path: 'src/http/retry.ts',
    code: 'return {...ladder, cause};',
    reason: 'An attempt begins only when the pause of its ladder is over, so that no pause follows from it.',
  },
  {
    path: 'src/http/retry.ts',
    code: 'long.end, {signal: done.signal}',
    reason: 'The listener would end what has ended by then.',
  },
  {
    path: 'src/tabs/last-used-tab.ts',
    code: 'const isLater =',
    reason: 'Two tabs have different numbers, and none is compared with itself.',
  },
  {
    path: 'src/tabs/tab-channel.ts',
    code: '} catch {',
    reason: 'A function that ends without a value returns undefined, too.',
  },
  {
    path: 'src/tabs/tab-leader.ts',
    code: '.then(() => false, isDenial)',
    reason: 'A request ends without an error only when the tab leaves, and then the line is left whatever it returns.',
  },
  {
    path: 'src/tabs/tab-leader.ts',
    code: 'this.#post?.',
    reason: 'Where channels are denied no tab asks or hears: each leads for itself.',
  },
  {
    path: 'src/tabs/tab-lock.ts',
    code: 'locks?.request(name, how',
    reason: 'Without locks the first request would throw, which is caught, and the task runs all the same.',
  },
  {
    path: 'src/tag/first/forgetting.ts',
    code: 'if (!channel) return;',
    reason: 'Only where channels are denied. Whole pages are tried there, in test/hosts/storage.test.ts.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/engage-answer.ts',
    code: 'const optionalText: Field =',
    reason: 'What is wrong in an engagement is told as what is wrong with `engagementDetails`.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/engage-answer.ts',
    code: 'engagementRevision: {expected:',
    reason: 'What is wrong in an engagement is told as what is wrong with `engagementDetails`.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/first/first-question.ts',
    code: 'knownHost(visit, now) ??',
    reason: 'A text that is no host takes the place of a missing one, whatever it says.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/first/first-question.ts',
    code: '} catch {',
    reason: 'A function that ends without a value returns undefined, too.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/loading-account-error.ts',
    code: "answer.message ?? ''",
    reason: 'A text without a vid takes the place of a missing message, whatever it says.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/monitoring-client.ts',
    code: 'Object.values(body).every(',
    reason: 'A body without values is checked to one without values, after a file that would not be needed.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/monitoring-request.ts',
    code: 'await subtle?.digest(',
    reason: 'Only where Web Crypto is denied. Whole pages are tried there, in test/hosts/storage.test.ts.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/monitoring-settings.ts',
    code: "inTime(identityProvider(), 'identityProvider'",
    reason: 'The name stands in an error that comes after ten seconds only.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/monitoring-source.ts',
    code: "const {accountId = '', appInstallationId = '', apiHost,",
    reason: 'The constructor has refused settings without these two.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/monitoring.schemas.ts',
    code: "{error: 'number'}",
    reason: 'What is wrong in an engagement is told as what is wrong with `engagementDetails`.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/retry-policy.ts',
    code: 'retryPauses.length + 1);',
    reason: 'The number is compared only with 1, and is another one either way.',
  },
  {
    path: 'src/vendors/liveperson/monitoring/visitor-parameters.ts',
    code: "typeof document !== 'undefined'",
    reason: 'In a browser, where these tests run, there is always a document.',
  },
  {
    path: 'src/visit/database.ts',
    code: 'let isOpening = false;',
    reason: 'Before the first opening there is no connection, so that none is pending either way.',
  },
  {
    path: 'src/visit/database.ts',
    code: '.finally(() => clearTimeout(timer))',
    reason: 'A timer that fires later rejects a promise that has lost its race, which nobody hears.',
  },
  {
    path: 'src/visit/visit-channel.ts',
    code: '} catch {',
    reason: 'A function that ends without a value returns undefined, too.',
  },
  {
    path: 'src/visit/visit-channel.ts',
    code: 'channel?.postMessage(message)',
    reason: 'Without a channel the call would throw, which is caught.',
  },
  {
    path: 'src/visit/visit-store.ts',
    code: 'if (!this.#isErased) this.#tabs.tellWishes(',
    reason: 'After an erasure an update changes nothing, so that there are no wishes to tell.',
  },
  {
    path: 'src/visit/visit-store.ts',
    // A condition precedes it in another line.
    code: "  this.#listener?.({type: 'cleared'});",
    reason: 'The channel closes as the listener leaves, and a session never watches twice at a time.',
  },
  {
    path: 'src/visit/visit-store.ts',
    code: "this.#listener?.({type: 'erased'});",
    reason: 'The channel closes as the listener leaves, and a session never watches twice at a time.',
  },
  {
    path: 'src/visit/wishes.ts',
    code: 'before.folded === after.folded ?',
    reason: 'Folds that are the same hold no news, which is found one by one as well.',
  },
];

/** Why a survivor is no gap in the tests. Undefined when nobody has judged it. */
export const judge = (path: string, code: string): string | undefined =>
  judgements.find((judgement) => judgement.path === path && code.includes(judgement.code))?.reason;
