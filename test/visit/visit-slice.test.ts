import {expect} from '@open-wc/testing';
import {set} from 'idb-keyval';
import {createDatabase} from '../../src/visit/database.js';
import type {Visit} from '../../src/visit/visit.js';
import {createVisitSlice} from '../../src/visit/visit-slice.js';
import {createVisitStore} from '../../src/visit/visit-store.js';

interface Facts {
  readonly host?: {readonly name: string; readonly at: number} | undefined;
  readonly ladder?: {readonly failures: number} | undefined;
}

const slice = createVisitSlice<Facts>({host: {name: 'string', at: 'number'}, ladder: {failures: 'number'}});
const host = {name: 'va.example', at: 5};
const known: Visit = {visitorId: 'v'};

describe('createVisitSlice', () => {
  it('keeps facts in the visit beside its own', () => {
    const visit = slice.write(known, {host});
    expect(visit).to.deep.equal({visitorId: 'v', host});
    expect(slice.read(visit).host).to.equal(host);
  });

  it('changes what it is given, and keeps the rest', () => {
    const other = createVisitSlice<{withdrawn?: Record<string, number>}>({withdrawn: {}});
    const visit = other.write(slice.write(known, {host}), {withdrawn: {a: 1}});
    const changed = slice.write(visit, {ladder: {failures: 2}});
    expect(changed).to.deep.equal({visitorId: 'v', host, ladder: {failures: 2}, withdrawn: {a: 1}});
    expect(slice.read(slice.write(changed, {host: undefined})).host).to.equal(undefined);
  });

  it('has no facts where none were written', () => {
    const {host, ladder} = slice.read(known);
    expect([host, ladder]).to.deep.equal([undefined, undefined]);
  });

  for (const corrupt of [{host: 'va.example'}, {ladder: {failures: 'many'}}, {host: null}, {host: {name: 'x'}}]) {
    it(`takes stored facts that are corrupt for none, and keeps the visit: ${JSON.stringify(corrupt)}`, async () => {
      const key = crypto.randomUUID();
      await set(key, {...known, host, ...corrupt}, createDatabase().use);
      const visit = await createVisitStore({key}).read();
      const read = slice.read(visit);
      expect([visit.visitorId, read.host, read.ladder]).to.deep.equal(['v', undefined, undefined]);
      const mended = slice.write(visit, {ladder: {failures: 1}});
      expect(mended).to.deep.equal({...known, host: undefined, ladder: {failures: 1}});
    });
  }
});
