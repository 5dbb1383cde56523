import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {operatorIds} from '../../../demo/sandbox/glia/engagements.js';
import {gliaApi} from '../../../demo/sandbox/glia/glia-api.js';
import {
  ForeignLinkError,
  GliaClient,
  GliaError,
  toEngagementRecord,
  type GliaClientOptions,
  type GliaEngagement,
  type GliaEngagementQuery,
  type MalformedAnswerError,
} from '../../../src/vendors/glia/index.js';
import {startGliaServer, type GliaServer} from '../../support/servers/glia-server.js';

let elsewhere: GliaServer;
let glia: GliaServer;

before(async () => {
  elsewhere = await startGliaServer(() => ({status: 200, body: '{"next_page":null,"engagements":[]}'}));
  glia = await startGliaServer(gliaApi({foreignOrigin: elsewhere.url}));
});

after(() => Promise.all([glia.close(), elsewhere.close()]));

const createClient = (token = 'manager', options: Partial<GliaClientOptions> = {}): GliaClient =>
  new GliaClient({baseUrl: `${glia.url}/glia`, getToken: () => token, ...options});

async function take(items: AsyncIterable<GliaEngagement>, most = Infinity): Promise<GliaEngagement[]> {
  const taken: GliaEngagement[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length === most) break;
  }
  return taken;
}

const list = (query: Partial<GliaEngagementQuery> = {}, most?: number, token?: string) =>
  take(createClient(token).listEngagements({siteIds: ['main'], ...query}), most);

/** The first engagement of a kind of site, and the address of its recording. */
async function recordingAt(site: string, skip = 0): Promise<string> {
  const engagements = await list({siteIds: [site]}, skip + 1);
  return engagements[skip]?.audio_recording_urls?.[0] ?? '';
}

describe('a list of engagements over the wire', () => {
  it('comes latest first, and earliest first on request', async () => {
    const [latest] = await list({}, 1);
    const [earliest] = await list({order: 'asc'}, 1);
    assert.ok(String(latest?.created_at) > String(earliest?.created_at));
  });

  it('is narrowed to what happened between two dates, page after page', async () => {
    const between = {startDate: '2026-11-20T10:00:00Z', endDate: '2026-11-20T11:00:00.200Z'};
    const found = await list({...between, perPage: 25});
    assert.equal(found.length, 61);
    assert.equal(found[0]?.created_at, '2026-11-20T11:00:00.150Z');
    assert.equal(found.at(-1)?.created_at, '2026-11-20T10:00:00.150Z');
  });

  it('is narrowed to operators, page after page', async () => {
    const found = await list({operatorIds: [operatorIds[1]!], perPage: 10}, 25);
    const operators = found.map(({operators}) => operators?.map(({href}) => href).join());
    assert.ok(operators.every((hrefs) => hrefs?.includes(operatorIds[1]!)));
  });

  it('is refused to an operator who does not ask for the own engagements', async () => {
    await assert.rejects(list({}, 1, 'operator-0'), {name: 'GliaError', status: 403, code: 'forbidden'});
    assert.equal((await list({operatorIds: [operatorIds[0]!]}, 1, 'operator-0')).length, 1);
  });

  it('is empty without a next page', async () => {
    assert.deepEqual(await list({siteIds: ['empty']}), []);
  });

  it('asks for a page only when somebody wants it', async () => {
    const count = glia.received.length;
    await list({perPage: 5}, 5);
    assert.equal(glia.received.length, count + 1);
  });

  it('ends with an error at pages that go round in circles', async () => {
    const walk = list({siteIds: ['circle']}, 1000);
    await assert.rejects(walk, new RegExp('expected next_page to lead on, got a page that was read before'));
  });

  it('ends at an engagement that cannot be read', async () => {
    await assert.rejects(list({siteIds: ['malformed']}), {
      name: 'MalformedAnswerError',
      message: /engagements\.1\.id: expected string or number, got null/,
    });
  });

  it('goes on after an engagement that cannot be read when somebody is told of it', async () => {
    const problems: MalformedAnswerError[] = [];
    const query = {siteIds: ['malformed'], perPage: 3};
    const walk = createClient().listEngagements(query, {onMalformed: (problem) => problems.push(problem)});
    assert.equal((await take(walk, 4)).length, 4);
    assert.equal(problems.length, 2);
  });
});

describe('10,000 engagements', () => {
  it('are all read, each once', async () => {
    const ids = (await list({perPage: 100})).map(({id}) => id);
    assert.equal(ids.length, 10_000);
    assert.equal(new Set(ids).size, 10_000);
  });

  it('leave nothing behind: no engagement of an earlier page is held', async () => {
    const refs: WeakRef<GliaEngagement>[] = [];
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const alive = async (): Promise<number> => {
      // A WeakRef holds its target until the task that looked at it is over.
      await new Promise((resolve) => setTimeout(resolve));
      collect();
      return refs.filter((ref) => ref.deref()).length;
    };
    const counts: number[] = [];
    for await (const engagement of createClient().listEngagements({siteIds: ['main'], perPage: 100})) {
      refs.push(new WeakRef(engagement));
      if (refs.length % 2_500 === 0) counts.push(await alive());
    }
    assert.equal(refs.length, 10_000);
    assert.ok(Math.max(...counts) <= 2, `held: ${counts.join()}`);
  });
});

describe('the bearer', () => {
  const sentElsewhere = () => elsewhere.received.length;

  it('never follows next_page to another origin; the first page is given before the refusal', async () => {
    const before = sentElsewhere();
    const taken: GliaEngagement[] = [];
    await assert.rejects(async () => {
      for await (const item of createClient().listEngagements({siteIds: ['foreign-page']})) taken.push(item);
    }, ForeignLinkError);
    assert.equal(taken.length, 30);
    assert.equal(sentElsewhere(), before);
  });

  it('never follows a recording to another origin', async () => {
    const before = sentElsewhere();
    await assert.rejects(createClient().getRecording(await recordingAt('foreign-recording')), ForeignLinkError);
    assert.equal(sentElsewhere(), before);
  });

  it('never follows a redirect, and the call is refused', async (t) => {
    const redirecting = await startGliaServer(() => ({
      status: 302,
      headers: {Location: `${elsewhere.url}/glia/engagements`},
      body: '',
    }));
    t.after(() => redirecting.close());
    const before = sentElsewhere();
    const client = createClient('manager', {baseUrl: redirecting.url});
    await assert.rejects(client.endEngagement('engagement'), {name: 'NetworkError'});
    assert.equal(redirecting.received.length, 1);
    assert.equal(sentElsewhere(), before);
  });

  it('goes to another origin that is allowed', async () => {
    const before = sentElsewhere();
    const client = createClient('manager', {allowedOrigins: [elsewhere.url]});
    assert.equal((await take(client.listEngagements({siteIds: ['foreign-page']}))).length, 30);
    assert.equal(elsewhere.received.slice(before)[0]?.headers.authorization, 'Bearer manager');
  });

  it('is not sent to the store that holds the file of a recording', async () => {
    const address = await recordingAt('main', 3);
    const client = createClient();
    assert.equal(await client.getRecording(address), null);
    const {url} = (await client.getRecording(address))!;
    assert.equal((await fetch(url)).headers.get('content-type'), 'audio/mpeg');
  });
});

describe('one engagement over the wire', () => {
  it('has legs, which the list has not', async () => {
    const [summary] = await list({perPage: 5}, 5).then((found) => found.slice(4));
    const whole = await createClient().getEngagement(summary!.id);
    assert.equal(summary?.legs, undefined);
    assert.deepEqual(
      whole.legs?.map(({request_type}) => request_type),
      ['reactive', 'transfer'],
    );
    const {transfers, endedAt, status} = toEngagementRecord(whole);
    assert.equal(transfers.length, 1);
    assert.deepEqual([status, endedAt?.basis], ['ended', 'measured']);
  });

  it('is ended by those who take part now, and by nobody else', async () => {
    const [{id}] = (await list({}, 1)) as [GliaEngagement];
    // It was handed on from the first operator to the second.
    for (const token of ['manager', 'operator-0']) {
      await assert.rejects(createClient(token).endEngagement(id), {status: 403});
    }
    assert.equal((await createClient().getEngagement(id)).legs?.at(-1)?.end_reason, null);
    assert.equal((await createClient('operator-1').endEngagement(id, {reason: 'error'})).id, id);
    assert.equal((await createClient().getEngagement(id)).legs?.at(-1)?.end_reason, 'visitor_left');
    assert.equal((await createClient('visitor').endEngagement(id)).sub_engagement_id, 'leg-0-1');
  });

  it('is exported', async () => {
    const [{id}] = (await list({}, 1)) as [GliaEngagement];
    assert.equal((await createClient().exportEngagement(id)).success, true);
  });
});

describe('the wait duration over the wire', () => {
  it('is told to visitors', async () => {
    assert.equal(await createClient('visitor').queueWaitDuration(), 122);
  });

  it('is not told to managers, with the reason and the id of the request', async () => {
    await assert.rejects(createClient().queueWaitDuration(), (error: GliaError) => {
      assert.equal(error.status, 403);
      assert.match(error.requestId ?? '', /^sandbox-\d+$/);
      return error instanceof GliaError;
    });
  });
});

describe('the five forms of errors over the wire', () => {
  const siteless = {siteIds: undefined as never};
  const cases: [title: string, call: () => Promise<unknown>, expected: Partial<GliaError>][] = [
    [
      'error and message, in a list',
      () => list({siteIds: ['forbidden']}),
      {status: 403, code: 'forbidden', fieldErrors: {}},
    ],
    ['message alone', () => list({}, 1, 'legacy'), {status: 401, fieldErrors: {}}],
    [
      'type and error_details',
      () => list({}, 1, 'stale'),
      {status: 401, code: 'unauthorized', fieldErrors: {authorization: ['Access token is not valid']}},
    ],
    [
      'details',
      () => list({perPage: 101}),
      {status: 422, code: 'Unprocessable entity', fieldErrors: {per_page: ['must be from 1 to 100']}},
    ],
    [
      'error_msg',
      () => createClient('manager', {baseUrl: `${glia.url}/glia/v2`}).queueWaitDuration(),
      {status: 404, fieldErrors: {}},
    ],
  ];
  for (const [title, call, expected] of cases) {
    it(title, () => assert.rejects(call(), {name: 'GliaError', ...expected}));
  }

  it('are not needed for what can be refused at home', () => {
    assert.throws(() => createClient().listEngagements({...siteless}), {name: 'ConfigurationError'});
  });
});

describe('trouble at Glia', () => {
  for (const [token, pauses] of [
    ['manager-busy', [7_000, 7_000]],
    ['manager-unlucky', [500, 1_000]],
  ] as const) {
    it(`is waited out by ${token}, with pauses of ${pauses.join(' and ')} ms`, async () => {
      const slept: number[] = [];
      const sleep = (delay: number) => Promise.resolve(void slept.push(delay));
      const client = createClient(token, {sleep, random: () => 0});
      assert.equal((await take(client.listEngagements({siteIds: ['main']}), 1)).length, 1);
      assert.deepEqual(slept, pauses);
    });
  }
});
