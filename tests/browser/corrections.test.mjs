// The findings as the reader has corrected them, and what is kept of that.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { corrected } from '../../extension/shared/corrected.js';
import { placeOfStatement } from '../../extension/shared/words-place.js';
import { tintNumbers } from '../../extension/content/paint/tint-numbers.js';
import { addressOf, changeDesk, keyOf, readAllDesks, readDesk } from '../../extension/shared/desk.js';

/** @import { Annotations, Quote } from '../../types/annotations.js' */
/** @import { DeskEntry, DeskMark } from '../../types/desk.js' */

const blocks = [{ text: '“Yes,” Vask said. “Yes,” Marrow said. The ministry said “no” was no answer.' }];

/** @param {string} words @param {number} from @param {Partial<Quote>} more @returns {Quote} */
const quote = (words, from, more) => {
  const start = blocks[0]?.text.indexOf(words, from) ?? -1;
  return { block: 0, start, end: start + words.length, kind: 'direct', speaker: { block: 0, start: 7, end: 11 }, cue: null, person: 0, confidence: 0.8, probable: true, doubt: null, ...more };
};
/** @type {Annotations} */
const found = {
  quotes: [quote('“Yes,”', 0, {}), quote('“Yes,”', 5, { person: 1 }), quote('“no”', 0, { person: 2, kind: 'partial' })],
  reported: [quote('“no” was no answer', 0, { person: 2 })],
  people: ['Vask', 'Marrow', 'ministry'].map((name) => ({ name, kind: 'person', role: null, mentions: [] })),
  dates: [],
  statements: [
    { quotes: [0], reported: null, person: 0, date: null, confidence: 0.8, probable: true },
    { quotes: [1], reported: null, person: 1, date: null, confidence: 0.8, probable: true },
    { quotes: [2], reported: 0, person: 2, date: null, confidence: 0.8, probable: true },
  ],
};
const frozen = JSON.stringify(found);

/** @param {number} index @param {DeskMark} mark @returns {DeskEntry} */
const entry = (index, mark) => {
  const statement = found.statements[index];
  const place = statement && placeOfStatement(statement, found, blocks);
  assert.ok(place);
  return { ...place, ...mark, at: '2025-03-14T00:00:00.000Z' };
};

describe('corrections', () => {
  test('the same words said twice are two statements', () => {
    assert.notEqual(keyOf(entry(0, {})), keyOf(entry(1, {})));
  });

  test('a name of the article, in any case of letters, is that person', () => {
    const { quotes, people, statements } = corrected(found, blocks, [entry(0, { speaker: 'marrow' })]);
    assert.equal(people.length, 3);
    const { person, probable, confidence, speaker, cue } = quotes[0] ?? {};
    assert.deepEqual({ person, probable, confidence, speaker, cue }, { person: 1, probable: false, confidence: 1, speaker: null, cue: null });
    assert.deepEqual([statements[0]?.person, statements[0]?.corrected, quotes[0]?.corrected], [1, { from: 'Vask' }, { from: 'Vask' }]);
    assert.deepEqual([quotes[1], statements[1]], [found.quotes[1], found.statements[1]]);
  });

  test('another name is another person, and the others keep their tints', () => {
    const now = corrected(found, blocks, [entry(0, { speaker: 'Oda Brandt' })]);
    assert.deepEqual([now.people[3]?.name, now.quotes[0]?.person], ['Oda Brandt', 3]);
    assert.deepEqual([...tintNumbers(now)], [...tintNumbers(found), [3, 4]]);
  });

  test('a hidden quotation is nobody’s words; what is reported is prose, with what is quoted in it', () => {
    const { quotes, statements } = corrected(found, blocks, [entry(1, { hidden: true }), entry(2, { hidden: true })]);
    assert.deepEqual(quotes.map(({ kind }) => kind), ['direct', 'other', 'partial']);
    assert.deepEqual(statements.map(({ reported }) => reported), [null, null, null]);
  });

  test('what fits nowhere, or corrects nothing, changes nothing; what was found stays as it was', () => {
    const { found: before, ...now } = corrected(found, blocks, [{ ...entry(0, { speaker: 'X' }), words: '“Yes”' }, entry(1, { checked: true, note: 'Ask' })]);
    assert.deepEqual([now, before], [found, found]);
    assert.equal(JSON.stringify(found), frozen);
  });
});

describe('what is kept', () => {
  /** @type {Map<string, unknown>} */
  let stored;
  let room = Infinity;
  /** @param {() => Map<string, unknown>} values */
  const areaOver = (values) => ({
    get: async (/** @type {string | null} */ key) => Object.fromEntries([...values()].filter(([other]) => key === null || other === key)),
    set: async (/** @type {Record<string, unknown>} */ changes) => {
      if (values().size >= room && !Object.keys(changes).some((key) => values().has(key))) throw new Error('QUOTA_BYTES');
      for (const [key, value] of Object.entries(changes)) values().set(key, JSON.parse(JSON.stringify(value)));
    },
    remove: async (/** @type {string | string[]} */ keys) => {
      for (const key of [keys].flat()) values().delete(key);
    },
  });
  const ofSession = new Map();
  beforeEach(() => {
    stored = new Map([['settings', { on: true }]]);
    room = Infinity;
    Object.assign(globalThis, { chrome: { storage: { local: areaOver(() => stored), session: areaOver(() => ofSession) } } });
    Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-US', locks: { request: async (/** @type {string} */ _, /** @type {() => Promise<unknown>} */ work) => work() } }, configurable: true });
  });
  const address = 'https://news.example/ferry';
  const { layer, words, before, after } = entry(0, {});
  const place = { layer, words, before, after };

  test('one entry a statement, changed bit by bit, and gone when nothing is left', async () => {
    await changeDesk(address, false, place, { checked: true });
    await changeDesk(address, false, place, { note: 'Ask' });
    const [only, ...others] = await changeDesk(address, false, place, { speaker: '  Oda \n Brandt ', found: null });
    assert.deepEqual([only?.checked, only?.note, only?.speaker, only?.found, others.length], [true, 'Ask', 'Oda Brandt', null, 0]);
    await changeDesk(address, false, place, { checked: false, note: ' ' });
    assert.deepEqual((await readDesk(address, false)).map(({ checked, note, speaker }) => [checked, note, speaker]), [[undefined, undefined, 'Oda Brandt']]);
    assert.deepEqual(await changeDesk(address, false, place, { speaker: '', hidden: false }), []);
    assert.deepEqual([...stored.keys()], ['settings']);
  });

  test('what is stored broken is left out', async () => {
    stored.set(`desk:${address}`, { entries: [null, 3, {}, { ...place, layer: 'date', at: '' }, { ...place, checked: 'yes', note: 7, speaker: {}, at: 'now' }, { ...place, note: 'x'.repeat(9_999), at: '2025-03-14T00:00:00.000Z' }] });
    const entries = await readDesk(address, false);
    assert.deepEqual(entries.map(({ checked, note, speaker, at }) => [checked, note?.length, speaker, at.slice(0, 4)]), [[undefined, undefined, undefined, '1970'], [undefined, 2_000, undefined, '2025']]);
  });

  test('only so many pages are kept, those changed last; where there is no room, the oldest go', async () => {
    for (let index = 0; index < 502; index += 1) stored.set(`desk:https://a.example/${index}`, { entries: [{ ...place, checked: true, at: `2025-01-01T00:00:${String(index % 60).padStart(2, '0')}.${String(index).padStart(3, '0')}Z` }] });
    await changeDesk(address, false, place, { checked: true });
    assert.equal((await readAllDesks()).length, 500);
    room = stored.size;
    await changeDesk('https://b.example/', false, place, { checked: true });
    assert.ok((await readAllDesks()).some(([url]) => url === 'https://b.example/'));
    assert.ok((await readAllDesks()).some(([url]) => url === address));
    assert.ok(stored.has('settings'));
  });

  test('private windows leave nothing', async () => {
    await changeDesk(address, true, place, { checked: true });
    assert.deepEqual([(await readDesk(address, true)).length, (await readDesk(address, false)).length, ofSession.size, stored.size], [1, 0, 1, 1]);
  });

  test('an address has no place on the page', () => assert.equal(addressOf('https://a.example/b?c#d'), 'https://a.example/b?c'));
});
