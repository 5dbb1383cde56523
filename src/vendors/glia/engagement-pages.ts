import {own, signalOf} from '../../check/own.js';
import {check} from '../../check/check.js';
import {checkAnswer} from '../../http/answer.js';
import {MalformedAnswerError} from '../../http/errors.js';
import {pageSchema} from './answers.schemas.js';
import type {Connection, Target} from './connection.js';
import {engagementSchema, type GliaEngagement} from './engagement.schemas.js';

/** Options of `GliaClient.listEngagements`. */
export interface GliaListOptions {
  /** Aborts the list, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
  /** Called with the error of an unreadable engagement, which the list skips. @default the list throws the error */
  readonly onMalformed?: ((error: MalformedAnswerError) => void) | undefined;
}

const limits = {deadline: 30_000, maxBytes: 8_388_608};

/**
 * Reads one page after another, only as far as the caller iterates, and keeps none.
 *
 * @throws ForeignLinkError when the bearer must not be sent to the next page; and as `Connection.read` does
 */
export async function* readPages(
  connection: Connection,
  first: Target,
  options: GliaListOptions,
): AsyncGenerator<GliaEngagement, void> {
  const {onMalformed} = own(options);
  const signal = signalOf(options);
  const isRepeated = createLoopGuard();
  let page: Target | undefined = first;
  while (page) {
    const answer = await connection.read(page, {...limits, signal});
    const {next_page: next, engagements} = own(checkAnswer(pageSchema, answer));
    let index = -1;
    // Not `entries()`, which Prototype.js replaces.
    for (const item of engagements ?? []) {
      index += 1;
      const {data, problem} = check(engagementSchema, item);
      if (data) {
        yield data;
        continue;
      }
      const error = new MalformedAnswerError(answer.request, `engagements.${index}.${problem}`);
      if (!onMalformed) throw error;
      onMalformed(error);
    }
    page = next ? connection.resolve(next, 'next_page', answer.request) : undefined;
    if (page && isRepeated(page.url.href)) {
      throw new MalformedAnswerError(answer.request, 'expected next_page to lead on, got a page that was read before');
    }
  }
}

/** Detects a loop of pages by Brent's algorithm, which remembers only one page at a time. */
function createLoopGuard(): (link: string) => boolean {
  let remembered = '';
  let steps = 0;
  let limit = 1;
  return (link) => {
    if (link === remembered) return true;
    steps += 1;
    if (steps === limit) {
      remembered = link;
      steps = 0;
      limit *= 2;
    }
    return false;
  };
}
