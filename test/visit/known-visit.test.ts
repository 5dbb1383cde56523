import {expect} from '@open-wc/testing';
import {KnownVisit} from '../../src/visit/known-visit.js';
import {emptyVisit, type Visit} from '../../src/visit/visit.js';

const subjects: readonly (readonly [title: string, known: Visit, stored: Visit, isAnothers: boolean])[] = [
  ['another visitor when another one has logged in', {subject: 'a'}, {subject: 'b'}, true],
  ['no other visitor when the same one is logged in', {subject: 'a'}, {subject: 'a'}, false],
  ['no other visitor when nobody is logged in any more', {subject: 'a'}, {}, false],
  ['no other visitor when somebody logs in for the first time', {}, {subject: 'b'}, false],
];

describe('KnownVisit', () => {
  for (const [title, before, stored, isAnothers] of subjects) {
    it(`finds ${title}`, () => {
      const known = new KnownVisit();
      known.take(before, before);
      expect([known.take(stored, stored), known.current]).to.deep.equal([isAnothers, stored]);
    });
  }

  it('remembers who was logged in when a visit names nobody', () => {
    const known = new KnownVisit();
    for (const visit of [{subject: 'a'}, {}]) known.take(visit, visit);
    expect(known.take({subject: 'b'}, {subject: 'b'})).to.equal(true);
  });

  it('holds nothing that a script of the page has added to all objects', () => {
    const known = new KnownVisit();
    known.take(emptyVisit, {visitorId: 'v'});
    expect('toString' in known.current).to.equal(false);
  });

  it('holds the very visit that stands for none', () => {
    const known = new KnownVisit({visitorId: 'v'});
    known.take(emptyVisit, emptyVisit);
    expect(known.current).to.equal(emptyVisit);
  });

  it('counts how often the visit was forgotten', () => {
    const known = new KnownVisit({visitorId: 'v'});
    const epochs = [known.epoch];
    known.void();
    known.void();
    expect([...epochs, known.epoch, known.current]).to.deep.equal([0, 2, {}]);
  });

  it('knows the id that was written before it was read, and otherwise the one that was read', () => {
    const known = new KnownVisit();
    const ids = [known.visitorId];
    known.noteWritten({visitorId: 'written'});
    ids.push(known.visitorId);
    known.take({visitorId: 'read'}, {visitorId: 'read'});
    expect([...ids, known.visitorId]).to.deep.equal([undefined, 'written', 'read']);
  });
});
