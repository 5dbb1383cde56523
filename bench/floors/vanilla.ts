// An invitation by hand: it remembers the visitor in IndexedDB, asks, checks the answer, and shows a button.

interface Visit {
  readonly vid?: string;
  readonly sid?: string;
}

interface Answer {
  readonly visitorId: string;
  readonly sessionId: string;
  readonly engagementDetails?: readonly {readonly status: string; readonly campaignId: number}[];
}

const {account = ''} = document.currentScript?.dataset ?? {};
const text = {'Content-Type': 'application/json'};

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

const opening = indexedDB.open('floor');
opening.onupgradeneeded = () => opening.result.createObjectStore('visits');
const database = settled(opening);

async function visits(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database).transaction('visits', mode).objectStore('visits');
}

function isOffer(details: unknown): boolean {
  const {status, campaignId} = Object(details) as Record<string, unknown>;
  return typeof status === 'string' && typeof campaignId === 'number';
}

function check(answer: unknown): Answer {
  const {visitorId, sessionId, engagementDetails} = Object(answer) as Record<keyof Answer, unknown>;
  const isAnswer =
    typeof visitorId === 'string' &&
    typeof sessionId === 'string' &&
    (engagementDetails === undefined || (Array.isArray(engagementDetails) && engagementDetails.every(isOffer)));
  if (!isAnswer) throw new Error('This is not an answer');
  return answer as Answer;
}

async function ask(): Promise<Answer> {
  const {vid = '', sid = ''} = ((await settled((await visits('readonly')).get('visit'))) ?? {}) as Visit;
  const address = `/api/account/${account}/app/bench/engagement?v=1.1&vid=${vid}&sid=${sid}&obh=false`;
  const response = await fetch(address, {method: 'POST', headers: text, body: '{}'});
  const answer = check(await response.json());
  (await visits('readwrite')).put({vid: answer.visitorId, sid: answer.sessionId}, 'visit');
  return answer;
}

class VanillaInvitation extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const {engagementDetails} = await ask();
    if (engagementDetails?.[0]?.status !== 'expose') return;
    const button = document.createElement('button');
    button.textContent = 'Start chat';
    button.style.cssText = 'position: fixed; right: 24px; bottom: 24px; padding: 16px';
    this.attachShadow({mode: 'open'}).append(button);
    const tell = () => this.dispatchEvent(new Event('engagement-shown', {bubbles: true}));
    new IntersectionObserver(([entry]) => entry?.isIntersecting && tell()).observe(button);
  }
}

customElements.define('vanilla-invitation', VanillaInvitation);
document.body.append(document.createElement('vanilla-invitation'));
