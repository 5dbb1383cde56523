import {type Finding, type Section, SectionSearch} from './section-search.js';

// The page of results. It searches in the browser, so that any host of files will do.

const field = find('#site-words', HTMLInputElement);
const found = find('#site-found', HTMLElement);
const list = find('#site-results', HTMLElement);
const most = 20;

field.value = new URLSearchParams(location.search).get('q') ?? '';
const answer = await fetch('search.json');
const search = new SectionSearch((await answer.json()) as readonly Section[]);
field.addEventListener('input', show);
field.form?.addEventListener('submit', (event) => event.preventDefault());
show();

function show(): void {
  const words = field.value.trim();
  const results = search.find(words);
  list.replaceChildren(...results.slice(0, most).map(entryFor));
  found.textContent = words ? tell(results.length, words) : '';
  history.replaceState(null, '', words ? `?${new URLSearchParams({q: words}).toString()}` : location.pathname);
}

function tell(count: number, words: string): string {
  if (count === 0) return `Nothing found for “${words}”.`;
  const shown = count > most ? `The first ${most} of ${count} results` : count === 1 ? '1 result' : `${count} results`;
  return `${shown} for “${words}”.`;
}

function entryFor({section: {url, page, heading}, excerpt}: Finding): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = heading ? `${page}: ${heading}` : page;
  const text = document.createElement('p');
  text.textContent = excerpt;
  const entry = document.createElement('li');
  entry.append(link, text);
  return entry;
}

function find<Found extends HTMLElement>(selector: string, kind: new () => Found): Found {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}.`);
}
