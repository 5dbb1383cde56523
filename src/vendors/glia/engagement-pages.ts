import {check} from '../../check/check.js';
import {checkAnswer} from '../../http/answer.js';
import {MalformedAnswerError} from '../../http/errors.js';
import {pageSchema} from './answers.schemas.js';
import type {Connection, Target} from './connection.js';
import {engagementSchema, type GliaEngagement} from './engagement.schemas.js';

export interface GliaListOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of an engagement that cannot be read, and the list goes on; without it the list ends there with the error. */
  readonly onMalformed?: ((error: MalformedAnswerError) => void) | undefined;
}

const limits = {deadline: 30_000, maxBytes: 8_388_608};

/**
 * Reads page after page, one at a time and only as far as somebody takes them, and keeps none.
 *
 * @throws ForeignLinkError when the next page is where the bearer must not go, and what `Connection.read` throws
 */
export async function* readPages(
  connection: Connection,
  first: Target,
  {signal, onMalformed}: GliaListOptions,
): AsyncGenerator<GliaEngagement, void> {
  const isRepeated = createLoopGuard();
  let page: Target | undefined = first;
  while (page) {
    const answer = await connection.read(page, {...limits, signal});
    const {next_page: next, engagements} = checkAnswer(pageSchema, answer);
    for (const [index, item] of (engagements ?? []).entries()) {
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

/** Notices pages that go round in circles and remembers only one of them, a later one at each doubling (Brent). */
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
