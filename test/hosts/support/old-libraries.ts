/** What old libraries do to the page's globals, as code of the page. */
export const oldLibraries: Readonly<Record<string, string>> = {
  'an Array.prototype.toJSON': `Array.prototype.toJSON = function () { return '[' + this.map((it) => JSON.stringify(it)).join(', ') + ']'; };`,
  'a toJSON of all objects': `Object.prototype.toJSON = function () { return 'object'; };`,
  'a toJSON of texts, numbers and dates': `String.prototype.toJSON = Number.prototype.toJSON = function () { return '"' + this + '"'; };
    Date.prototype.toJSON = function () { return 'the ' + this.getDate() + 'th'; };`,
  'the prototypes of Prototype.js 1.6': `
    {
      const lists = {
        each(act) { for (let index = 0; index < this.length; index++) act(this[index], index); },
        collect(make) { const made = []; this.each((it, index) => made.push((make ?? ((same) => same))(it, index))); return made; },
        detect(test) { let found; this.each((it, index) => { if (found === undefined && test(it, index)) found = it; }); return found; },
        findAll(test) { const found = []; this.each((it, index) => { if (test(it, index)) found.push(it); }); return found; },
        all(test) { let result = true; this.each((it, index) => { result = result && !!(test ?? ((same) => same))(it, index); }); return result; },
        any(test) { let result = false; this.each((it, index) => { result = result || !!(test ?? ((same) => same))(it, index); }); return result; },
        toArray() { return this.collect(); },
        include(one) { return this.indexOf(one) !== -1; },
        first() { return this[0]; }, last() { return this[this.length - 1]; },
        clear() { this.length = 0; return this; }, clone() { return [].concat(this); },
        uniq() { return this; }, without() { return this; }, compact() { return this; }, flatten() { return this; },
        reduce() { return this.length > 1 ? this : this[0]; },
        toJSON() { return '[' + this.map((it) => Object.toJSON(it)).join(', ') + ']'; },
      };
      Object.assign(lists, {map: lists.collect, find: lists.detect, select: lists.findAll, filter: lists.findAll,
        member: lists.include, entries: lists.toArray, every: lists.all, some: lists.any, size() { return this.length; }});
      const reverse = Array.prototype.reverse;
      lists.reverse = function (inline) { return reverse.call(inline !== false ? this : this.slice()); };
      Object.assign(Array.prototype, lists);
      Object.toJSON = (value) => typeof value === 'object' ? '{}' : '"' + value + '"';
      Object.extend = Object.assign;
      Object.assign(String.prototype, {
        strip() { return this.trim(); }, toArray() { return this.split(''); }, blank() { return /^\\s*$/.test(this); },
        startsWith(start) { return this.indexOf(start) === 0; }, endsWith(end) { return this.slice(-end.length) === end; },
        include(part) { return this.indexOf(part) > -1; }, toJSON() { return '"' + this + '"'; },
      });
      Number.prototype.toJSON = function () { return String(this); };
      Object.assign(Function.prototype, {
        bind(self, ...given) { if (arguments.length < 2 && self === undefined) return this; const act = this; return (...more) => act.apply(self, given.concat(more)); },
        curry(...given) { const act = this; return (...more) => act(...given, ...more); },
        delay(seconds) { return setTimeout(this, seconds * 1000); }, wrap(wrapper) { return wrapper; },
        methodize() { const act = this; return function (...given) { return act(this, ...given); }; },
      });
      Object.assign(HTMLElement.prototype, {
        visible() { return true; }, update(content) { this.innerHTML = content; return this; },
        remove() { this.parentNode.removeChild(this); return this; },
        insert(content) { this.insertAdjacentHTML('beforeend', content); return this; },
        up() { return this.parentNode; }, down() { return this.firstElementChild; }, next() { return this.nextElementSibling; },
        identify() { return this.id ||= 'anonymous'; }, select(selector) { return [...this.querySelectorAll(selector)]; },
        getStyle(name) { return this.style[name]; }, show() { this.style.display = ''; return this; }, hide() { this.style.display = 'none'; return this; },
      });
      window.Element = function (tag) { return document.createElement(tag); };
      window.$ = (id) => document.getElementById(id);
      window.$A = (list) => Array.from(list);
    }`,
  'the types of MooTools 1.2': `
    Function.prototype.bind = function (self, given) { const act = this; return function () { return act.apply(self, given ? [].concat(given) : arguments); }; };
    Function.prototype.extend = function (more) { return Object.assign(this, more); };
    window.Event = function (event) { this.event = event; this.type = event.type; };
    window.Element = function (tag, properties) { return Object.assign(document.createElement(tag), properties); };
    Element.prototype = {destroy() {}};
    Object.assign(Array.prototype, {each: Array.prototype.forEach, clean() { return this; }, contains(one) { return this.includes(one); },
      flatten() { return this; }, getLast() { return this.at(-1); }, combine() { return this; }, empty() { this.length = 0; return this; }, erase() { return this; },
      extend(more) { for (const one of more) this.push(one); return this; }, associate() { return {}; }, link() { return {}; }});
    Object.assign(String.prototype, {contains(part) { return this.indexOf(part) > -1; }, camelCase() { return this; }, test() { return true; }});
    Number.prototype.times = function (act) { for (let index = 0; index < this; index++) act(index); };
    window.$ = (id) => document.getElementById(id);
    window.$$ = (selector) => document.querySelectorAll(selector);`,
  'names that are added to all objects': `Object.assign(Object.prototype, {extend() {}, each() {}, watch() {}, keys: 1, length: 0, status: 'conversation', mode: 'byob', detail: 1});`,
  'globals that older browsers lacked': `window.escape = window.unescape = undefined; window.name = 'closed'; window.status = 'ready'; window.top1 = top;`,
};
