import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {MalformedAnswerError} from '../../../src/http/errors.js';
import type {Fetch} from '../../../src/http/request.js';
import {ForeignLinkError} from '../../../src/vendors/glia/foreign-link-error.js';
import {GliaClient, type GliaClientOptions} from '../../../src/vendors/glia/glia-client.js';
import type {GliaEngagementQuery} from '../../../src/vendors/glia/engagement-query.js';
import type {GliaEngagement} from '../../../src/vendors/glia/engagement.schemas.js';
import * as seed from '../../fixtures/glia/seed-001.js';
import {createFakeFetch, type SentRequest} from '../../support/fakes/fake-fetch.js';
import {rejection} from '../../support/rejection.js';

const token = 'bearer-of-a-manager';
const id = seed.engagementAnswer.id;
const recordingUrl = 'https://api.glia.com/sub_engagements/1122834/recordings/XaMiTQI';
const lastPage = {...seed.listAnswer, next_page: null};

const createClient = (fetch: Fetch, options: Partial<GliaClientOptions> = {}): GliaClient =>
  new GliaClient({getToken: () => token, fetch, ...options});

/** A client whose every request gets the same answer. */
const answered = (answer: unknown, status = 200, options?: Partial<GliaClientOptions>): GliaClient =>
  createClient(createFakeFetch(status, answer).fetch, options);

/** What a call sends. */
async function sentBy(
  call: (client: GliaClient) => Promise<unknown>,
  answer: unknown,
  options?: Partial<GliaClientOptions>,
): Promise<SentRequest> {
  const {fetch, sent} = createFakeFetch(200, answer);
  await call(createClient(fetch, options));
  return sent[0] as SentRequest;
}

async function collect(list: AsyncIterable<GliaEngagement>): Promise<GliaEngagement[]> {
  const all: GliaEngagement[] = [];
  for await (const engagement of list) all.push(engagement);
  return all;
}

const listWith = (query: Partial<GliaEngagementQuery>) => (client: GliaClient) =>
  collect(client.listEngagements({siteIds: ['s1'], ...query}));

type Call = readonly [title: string, call: (client: GliaClient) => Promise<unknown>, answer: unknown, request: string];

const reads: readonly Call[] = [
  ['Engagements', listWith({}), lastPage, 'GET https://api.glia.com/engagements'],
  [
    'Engagement',
    (client) => client.getEngagement(id),
    seed.engagementAnswer,
    `GET https://api.glia.com/engagements/${id}`,
  ],
  [
    'Fetch Queue Average Wait Duration',
    (client) => client.queueWaitDuration(),
    seed.waitDurationAnswer,
    'GET https://api.glia.com/engagements/queue/wait_duration',
  ],
  ['a recording', (client) => client.getRecording(recordingUrl), {url: 'https://s3.example/1'}, `GET ${recordingUrl}`],
];

const writes: readonly Call[] = [
  [
    'End Engagement',
    (client) => client.endEngagement(id),
    seed.endAnswer,
    `PATCH https://api.glia.com/engagements/${id}`,
  ],
  [
    'Export Engagement',
    (client) => client.exportEngagement(id),
    seed.exportAnswer,
    `POST https://api.glia.com/engagements/${id}/export`,
  ],
];

describe('GliaClient, as the Glia REST API publishes it', () => {
  describe('Methods, paths and headers', () => {
    for (const [title, call, answer, request] of [...reads, ...writes]) {
      it(`${title}: ${request.replace(id, '{engagement_id}')} [GL1]`, async () => {
        const {method, url, headers} = await sentBy(call, answer);
        expect(`${method} ${url.origin}${url.pathname}`).to.equal(request);
        expect(headers.get('authorization')).to.equal(`Bearer ${token}`);
        expect(headers.get('accept')).to.equal('application/vnd.salemove.v1+json');
      });
    }

    for (const [title, call, answer] of writes) {
      it(`${title} has Content-Type application/json [GL11]`, async () => {
        expect((await sentBy(call, answer)).headers.get('content-type')).to.equal('application/json');
      });
    }

    for (const [title, call, answer] of reads) {
      it(`${title} has no Content-Type and no body`, async () => {
        const {headers, body} = await sentBy(call, answer);
        expect(headers.has('content-type')).to.equal(false);
        expect(body).to.equal(undefined);
      });
    }

    it('the path of a proxy stays before those of Glia', async () => {
      const baseUrl = 'https://brand.example/glia';
      const {url} = await sentBy((client) => client.queueWaitDuration(), seed.waitDurationAnswer, {baseUrl});
      expect(url.href).to.equal('https://brand.example/glia/engagements/queue/wait_duration');
    });

    it('engagement_id stays in its place, whatever is in it [GL5]', async () => {
      const {url} = await sentBy((client) => client.exportEngagement('../a?b#c$&'), seed.exportAnswer);
      expect(url.pathname).to.equal('/engagements/..%2Fa%3Fb%23c%24%26/export');
    });

    it('the bearer is asked for before each request', async () => {
      const tokens = ['first', 'second'];
      const {fetch, sent} = createFakeFetch(200, seed.engagementAnswer);
      const client = createClient(fetch, {getToken: async () => tokens.shift() ?? ''});
      await client.getEngagement(id);
      await client.getEngagement(id);
      expect(sent.map(({headers}) => headers.get('authorization'))).to.deep.equal(['Bearer first', 'Bearer second']);
    });
  });

  describe('Query parameters of Engagements', () => {
    const cases: readonly [title: string, query: Partial<GliaEngagementQuery>, search: string][] = [
      ['site_ids', {siteIds: ['s1', 's2']}, 'site_ids[]=s1&site_ids[]=s2'],
      ['operator_ids', {operatorIds: ['o1', 'o2']}, 'site_ids[]=s1&operator_ids[]=o1&operator_ids[]=o2'],
      ['operator_ids that are empty, for any operator', {operatorIds: []}, 'site_ids[]=s1'],
      ['start_date', {startDate: '2017-01-01T00:00:00Z'}, 'site_ids[]=s1&start_date=2017-01-01T00:00:00Z'],
      ['end_date', {endDate: '2017-01-01T00:00:00.150+02:00'}, 'site_ids[]=s1&end_date=2017-01-01T00:00:00.150+02:00'],
      ['per_page', {perPage: 100}, 'site_ids[]=s1&per_page=100'],
      ['order asc', {order: 'asc'}, 'site_ids[]=s1&order=asc'],
      ['order desc', {order: 'desc'}, 'site_ids[]=s1&order=desc'],
      ['an id cannot bring in another parameter', {siteIds: ['a&order=asc']}, 'site_ids[]=a&order=asc'],
    ];
    for (const [title, query, search] of cases) {
      it(`${title} [GL2]`, async () => {
        const {url} = await sentBy(listWith(query), lastPage);
        expect([...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&')).to.equal(search);
        expect(url.searchParams.getAll('order').length).to.equal(query.order ? 1 : 0);
      });
    }

    const refused: readonly [title: string, query: unknown, message: string][] = [
      ['no site', {siteIds: []}, 'siteIds: expected at least one site id, got array'],
      ['site ids that are text', {siteIds: 's1'}, 'siteIds: expected array, got string'],
      ['an empty id', {operatorIds: ['']}, 'operatorIds.0: expected an id, got nothing'],
      ['a date in words', {startDate: 'yesterday'}, 'startDate: expected ISO 8601 date, got string'],
      ['a date without a zone', {endDate: '2017-01-01T00:00:00'}, 'endDate: expected ISO 8601 date'],
      ['no engagements per page', {perPage: 0}, 'perPage: expected whole number from 1, got number'],
      ['half an engagement per page', {perPage: 1.5}, 'perPage: expected int, got number'],
      ['another order', {order: 'random'}, 'order: expected asc or desc, got string'],
    ];
    for (const [title, query, message] of refused) {
      it(`refuses ${title} before anything is sent`, () => {
        const {fetch, sent} = createFakeFetch(200, lastPage);
        const list = () => createClient(fetch).listEngagements({siteIds: ['s1'], ...(query as object)});
        expect(list).to.throw(ConfigurationError, message);
        expect(sent).to.have.lengthOf(0);
      });
    }
  });

  describe('Pages', () => {
    /** Gives one answer after another. */
    function inTurn(...answers: unknown[]): {fetch: Fetch; links: string[]} {
      const links: string[] = [];
      const fetch: Fetch = async (link) => {
        links.push(link);
        return new Response(JSON.stringify(answers[links.length - 1]));
      };
      return {fetch, links};
    }

    it('next_page is followed as it stands, until it is null [GL3]', async () => {
      const {fetch, links} = inTurn(seed.listAnswer, lastPage);
      const client = createClient(fetch, {allowedOrigins: ['https://api.salemove.com']});
      expect(await collect(client.listEngagements({siteIds: ['s1']}))).to.have.lengthOf(6);
      expect(links[1]).to.equal(seed.listAnswer.next_page);
    });

    for (const [title, end] of [
      ['is absent', {engagements: []}],
      ['is empty', {engagements: [], next_page: ''}],
    ] as const) {
      it(`the list ends where next_page ${title}`, async () => {
        expect(await collect(answered(end).listEngagements({siteIds: ['s1']}))).to.deep.equal([]);
      });
    }

    it('a page that is null instead of empty is empty', async () => {
      const {fetch} = inTurn({engagements: null, next_page: '/engagements?cursor=1'}, lastPage);
      expect(await collect(createClient(fetch).listEngagements({siteIds: ['s1']}))).to.have.lengthOf(3);
    });

    for (const length of [1, 2, 3, 5]) {
      it(`a circle of ${length} pages is noticed`, async () => {
        let page = 0;
        const fetch: Fetch = async () =>
          new Response(JSON.stringify({engagements: [], next_page: `/engagements?cursor=${++page % length}`}));
        const error = await rejection(collect(createClient(fetch).listEngagements({siteIds: ['s1']})));
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(page).to.be.lessThan(4 * length + 4);
      });
    }

    it('a page larger than other answers may be is read', async () => {
      const engagements = [{...seed.engagementAnswer, note: 'x'.repeat(1_000_000)}];
      expect(await collect(answered({engagements}).listEngagements({siteIds: ['s1']}))).to.have.lengthOf(1);
    });

    it('are not asked for any more when the signal aborts', async () => {
      const controller = new AbortController();
      const {fetch, links} = inTurn({...seed.listAnswer, next_page: '/engagements?cursor=1'}, lastPage);
      const walk = async (): Promise<void> => {
        const list = createClient(fetch).listEngagements({siteIds: ['s1']}, controller);
        for await (const {id} of list) controller.abort(new Error(`enough of ${id}`));
      };
      expect(await rejection(walk()))
        .to.have.property('message')
        .that.contains('enough');
      expect(links).to.have.lengthOf(1);
    });
  });

  describe('Body Parameters of End Engagement', () => {
    const cases: readonly [title: string, reason: string | undefined, body: object][] = [
      ['action is end', undefined, {action: 'end'}],
      ['reason error', 'error', {action: 'end', reason: 'error'}],
      ['another reason, as Glia’s own code sends it', 'operator_hung_up', {action: 'end', reason: 'operator_hung_up'}],
    ];
    for (const [title, reason, body] of cases) {
      it(`${title} [GL12]`, async () => {
        expect((await sentBy((client) => client.endEngagement(id, {reason}), seed.endAnswer)).body).to.deep.equal(body);
      });
    }

    it('an export has no body', async () => {
      expect((await sentBy((client) => client.exportEngagement(id), seed.exportAnswer)).body).to.equal(undefined);
    });
  });

  describe('Examples of answers', () => {
    it('Engagements', async () => {
      expect(await collect(answered(lastPage).listEngagements({siteIds: ['s1']}))).to.deep.equal(
        seed.listAnswer.engagements,
      );
    });

    it('Engagement', async () => {
      expect(await answered(seed.engagementAnswer).getEngagement(id)).to.deep.equal(seed.engagementAnswer);
    });

    it('End Engagement', async () => {
      expect(await answered(seed.endAnswer).endEngagement(id)).to.deep.equal(seed.endAnswer);
    });

    it('Export Engagement', async () => {
      expect(await answered(seed.exportAnswer).exportEngagement(id)).to.deep.equal({success: true});
    });

    it('Fetch Queue Average Wait Duration [GL13]', async () => {
      expect(await answered(seed.waitDurationAnswer).queueWaitDuration()).to.equal(122);
    });

    for (const answer of [{}, {average_duration_in_seconds: null}]) {
      it(`no wait duration: ${JSON.stringify(answer)}`, async () => {
        expect(await answered(answer).queueWaitDuration()).to.equal(null);
      });
    }

    const malformed: readonly [answer: object, call: (client: GliaClient) => Promise<unknown>, problem: string][] = [
      [{...lastPage, next_page: 7}, listWith({}), 'next_page: expected string, got number'],
      [{next_page: null, engagements: {}}, listWith({}), 'engagements: expected array, got object'],
      [{next_page: null}, listWith({}), 'engagements: expected array, got nothing'],
      [{...seed.endAnswer, id: null}, (client) => client.endEngagement(id), 'id: expected string or number, got null'],
      [
        {...seed.endAnswer, sub_engagement_id: []},
        (client) => client.endEngagement(id),
        'sub_engagement_id: expected string or number, got array',
      ],
      [{success: 'yes'}, (client) => client.exportEngagement(id), 'success: expected boolean, got string'],
      [{}, (client) => client.exportEngagement(id), 'success: expected boolean, got nothing'],
      [
        {average_duration_in_seconds: '122'},
        (client) => client.queueWaitDuration(),
        'average_duration_in_seconds: expected number, got string',
      ],
    ];
    for (const [answer, call, problem] of malformed) {
      it(`are no others: ${problem} [GL4]`, async () => {
        const error = (await rejection(call(answered(answer)))) as Error;
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(error.message).to.contain(problem);
      });
    }

    for (const body of ['<html>', '', '[]', '{"id":null}']) {
      it(`${JSON.stringify(body)} is none`, async () => {
        expect(await rejection(answered(body).getEngagement(id))).to.be.instanceOf(MalformedAnswerError);
      });
    }
  });

  describe('A recording', () => {
    for (const path of [
      '/sub_engagements/1122834/recordings/XaMiTQI',
      '/sub_engagements/1120220/twilio_recordings/4994',
    ]) {
      it(`is the address of a file, for ${path} [GL6]`, async () => {
        const client = answered({url: 'https://s3.example/file?signature=1'});
        expect(await client.getRecording(`https://api.glia.com${path}`)).to.deep.equal({
          url: 'https://s3.example/file?signature=1',
        });
      });
    }

    it('is null while the answer is 204 No Content [GL7]', async () => {
      const client = createClient(async () => new Response(null, {status: 204}));
      expect(await client.getRecording(recordingUrl)).to.equal(null);
    });

    for (const url of ['javascript:alert(1)', 'http://s3.example/1', 'file', '', null]) {
      it(`is none at ${String(url)}`, async () => {
        expect(await rejection(answered({url}).getRecording(recordingUrl))).to.be.instanceOf(MalformedAnswerError);
      });
    }
  });
});

describe('GliaClient keeps the bearer from foreign origins', () => {
  const foreign: readonly [title: string, link: string, got: string][] = [
    ['another host', 'https://evil.example/engagements?cursor=secret', 'https://evil.example'],
    ['the host of old, unless it is allowed', 'https://api.salemove.com/engagements', 'https://api.salemove.com'],
    ['a host that only begins alike', 'https://api.glia.com.evil.example/', 'https://api.glia.com.evil.example'],
    ['a subdomain', 'https://x.api.glia.com/', 'https://x.api.glia.com'],
    ['http', 'http://api.glia.com/engagements', 'http://api.glia.com'],
    ['another port', 'https://api.glia.com:8443/', 'https://api.glia.com:8443'],
    ['another host without a scheme', '//evil.example/', 'https://evil.example'],
    ['another host behind backslashes', '\\\\evil.example/', 'https://evil.example'],
    ['another host behind user info', 'https://api.glia.com@evil.example/', 'an address with user info'],
    ['user info', 'https://user:secret@api.glia.com/', 'an address with user info'],
    ['a script', 'javascript:alert(1)', 'a javascript: address'],
    ['no address', 'https://', 'no address'],
  ];
  for (const [title, link, got] of foreign) {
    for (const [what, call] of [
      ['next_page', listWith({})],
      ['a recording', (client: GliaClient) => client.getRecording(link)],
    ] as const) {
      it(`refuses ${what} that leads to ${title}`, async () => {
        const {fetch, sent} = createFakeFetch(200, {engagements: [], next_page: link});
        const error = (await rejection(call(createClient(fetch)))) as Error;
        expect(error).to.be.instanceOf(ForeignLinkError);
        expect(error.message).to.contain(`Expected ${what} to lead to an origin that may get the bearer, got ${got}; `);
        expect(error.message).not.to.contain('secret');
        expect(sent.filter(({url}) => url.origin !== 'https://api.glia.com')).to.deep.equal([]);
      });
    }
  }

  it('sends it to an origin that is allowed', async () => {
    const {fetch, sent} = createFakeFetch(200, {url: 'https://s3.example/1'});
    const client = createClient(fetch, {allowedOrigins: ['https://api.salemove.com']});
    await client.getRecording(seed.engagementAnswer.audio_recording_urls[0]!);
    expect(sent[0]?.headers.get('authorization')).to.equal(`Bearer ${token}`);
  });

  it('lets no redirect take it along', async () => {
    const modes: (RequestRedirect | undefined)[] = [];
    const client = createClient(async (_, {redirect}) => {
      modes.push(redirect);
      return new Response(JSON.stringify(seed.endAnswer));
    });
    await client.endEngagement(id);
    await client.getEngagement(id);
    expect(modes).to.deep.equal(['error', 'error']);
  });
});

describe('GliaClient refuses what cannot work', () => {
  const settings: readonly [title: string, options: Partial<GliaClientOptions>, message: string][] = [
    ['a base URL without a scheme', {baseUrl: 'api.glia.com'}, 'Expected baseUrl to be an https address'],
    ['http beyond this machine', {baseUrl: 'http://api.glia.com'}, 'got http:; write baseUrl:'],
    ['a base URL with user info', {baseUrl: 'https://me:secret@api.glia.com'}, 'Expected baseUrl to be an https'],
    ['a base URL with a query', {baseUrl: 'https://api.glia.com/?key=secret'}, 'Expected baseUrl to be an https'],
    [
      'an allowed origin with a path',
      {allowedOrigins: ['https://api.glia.eu/x']},
      "write them as 'https://api.glia.eu'",
    ],
    ['an allowed origin in http', {allowedOrigins: ['http://api.glia.eu']}, 'Expected allowedOrigins to hold https'],
    ['an allowed host', {allowedOrigins: ['api.glia.eu']}, 'got no address'],
    ['a bearer in place of getToken', {getToken: 'secret' as never}, 'Expected getToken to be a function'],
  ];
  for (const [title, options, message] of settings) {
    it(title, () => {
      const create = () => new GliaClient({getToken: () => token, ...options});
      expect(create).to.throw(ConfigurationError, message);
      expect(create).not.to.throw(ConfigurationError, 'secret');
    });
  }

  for (const baseUrl of ['http://localhost:8000', 'http://127.0.0.1:8000/glia/', 'https://api.glia.eu']) {
    it(`but not ${baseUrl}`, () => {
      expect(() => new GliaClient({getToken: () => token, baseUrl})).not.to.throw();
    });
  }

  const ids: readonly [id: unknown, got: string][] = [
    ['', 'empty text'],
    ['.', 'text that no address can hold'],
    ['..', 'text that no address can hold'],
    [undefined, 'undefined'],
  ];
  for (const [wrong, got] of ids) {
    it(`an engagement id that is ${JSON.stringify(wrong)}`, async () => {
      const {fetch, sent} = createFakeFetch(200, {});
      const client = createClient(fetch);
      const calls = ['getEngagement', 'endEngagement', 'exportEngagement'] as const;
      for (const call of calls) {
        const error = (await rejection(client[call](wrong as string))) as Error;
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message).to.contain(`Expected the id of an engagement, got ${got}`);
      }
      expect(sent).to.have.lengthOf(0);
    });
  }

  for (const [title, wrong] of [
    ['is empty', ''],
    ['has its scheme with it', 'Bearer secret'],
    ['has a line break', 'secret\n'],
    ['is missing', undefined],
  ] as const) {
    it(`a token that ${title}, without quoting it`, async () => {
      const {fetch, sent} = createFakeFetch(200, {});
      const error = (await rejection(
        createClient(fetch, {getToken: () => wrong as string}).queueWaitDuration(),
      )) as Error;
      expect(error).to.be.instanceOf(ConfigurationError);
      expect(error.message).not.to.contain('secret');
      expect(sent).to.have.lengthOf(0);
    });
  }
});
