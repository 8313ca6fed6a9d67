// What the reader corrects, ticks and writes down about the statements of an article. It is kept by the article's address on this
// machine alone; of what is read in a private window nothing is left when that is closed. Whatever is stored, what comes out is whole.

/** @import { DeskEntry, DeskMark, WordsPlace } from '../../types/desk.js' */

const prefix = 'desk:';
/** So many articles are kept, those changed last. */
const mostArticles = 500;
const mostEntries = 300;
const longestAddress = 2_000;
const longestWords = 600;
const longestContext = 40;
const longestName = 120;
const longestNote = 2_000;

/** An address without what leads to a place on the page. @param {string} url */
export function addressOf(url) {
  return url.split('#')[0] ?? '';
}

/**
 * What was kept about an article.
 * @param {string} address
 * @param {boolean} isPrivate
 * @returns {Promise<DeskEntry[]>}
 */
export async function readDesk(address, isPrivate) {
  const key = prefix + address;
  return entriesIn((await areaOf(isPrivate).get(key))[key]);
}

/**
 * Changes what is kept about one statement; what comes to nothing is kept no more.
 * @param {string} address
 * @param {boolean} isPrivate
 * @param {WordsPlace} place
 * @param {DeskMark} patch
 * @returns {Promise<DeskEntry[]>} all about the article
 */
export function changeDesk(address, isPrivate, place, patch) {
  return navigator.locks.request('desk', async () => {
    const before = await readDesk(address, isPrivate);
    if (address.length > longestAddress) return before;
    const others = before.filter((entry) => keyOf(entry) !== keyOf(place));
    const own = before.find((entry) => keyOf(entry) === keyOf(place));
    const [changed] = entriesIn({ entries: [{ ...own, ...place, ...patch, at: new Date().toISOString() }] });
    const entries = changed && saysSomething(changed) ? [...others, changed].slice(-mostEntries) : others;
    await store(areaOf(isPrivate), prefix + address, entries);
    return entries;
  });
}

/** Calls `changed` whenever something about an article was changed. @param {(address: string, entries: DeskEntry[], isPrivate: boolean) => void} changed */
export function watchDesk(changed) {
  chrome.storage.onChanged.addListener((changes, area) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(prefix)) changed(key.slice(prefix.length), entriesIn(newValue), area === 'session');
    }
  });
}

/** All that is kept on this machine, by address. @returns {Promise<[address: string, entries: DeskEntry[]][]>} */
export async function readAllDesks() {
  const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(prefix));
  return all.map(([key, value]) => [key.slice(prefix.length), entriesIn(value)]);
}

/** Forgets all of it. */
export async function eraseDesks() {
  await chrome.storage.local.remove((await readAllDesks()).map(([address]) => prefix + address));
}

/** What words are known by. @param {WordsPlace} place */
export function keyOf({ layer, words, before, after }) {
  return JSON.stringify([layer, words, before, after]);
}

/** A place as it is kept. @param {WordsPlace} place @returns {WordsPlace} */
export function shortened({ layer, words, before, after }) {
  return { layer, words: words.slice(0, longestWords), before: before.slice(-longestContext), after: after.slice(0, longestContext) };
}

/** Whether it corrects anything. @param {DeskEntry} entry */
export function isCorrection({ hidden, speaker }) {
  return hidden === true || speaker !== undefined;
}

/** @param {DeskEntry} entry */
function saysSomething(entry) {
  return isCorrection(entry) || entry.checked === true || (entry.note ?? '') !== '';
}

/** @param {boolean} isPrivate */
function areaOf(isPrivate) {
  return isPrivate ? chrome.storage.session : chrome.storage.local;
}

/** @param {chrome.storage.StorageArea} area @param {string} key @param {DeskEntry[]} entries */
async function store(area, key, entries) {
  if (entries.length === 0) {
    await area.remove(key);
    return;
  }
  const others = Object.entries(await area.get(null)).filter(([other]) => other.startsWith(prefix) && other !== key);
  const oldest = others.map(([other, value]) => ({ other, at: newest(entriesIn(value)) })).sort((one, next) => (one.at < next.at ? -1 : 1)).map(({ other }) => other);
  await area.remove(oldest.splice(0, Math.max(oldest.length + 1 - mostArticles, 0)));
  for (;;) {
    try {
      await area.set({ [key]: { version: 1, entries } });
      return;
    } catch (error) {
      // There is no room: what is oldest goes.
      const gone = oldest.shift();
      if (gone === undefined) throw error;
      await area.remove(gone);
    }
  }
}

/** @param {DeskEntry[]} entries */
function newest(entries) {
  return entries.reduce((last, { at }) => (at > last ? at : last), '');
}

/** @param {unknown} stored @returns {DeskEntry[]} */
function entriesIn(stored) {
  const list = typeof stored === 'object' && stored !== null && 'entries' in stored && Array.isArray(stored.entries) ? stored.entries : [];
  return list.slice(0, mostEntries).flatMap(entryIn);
}

/** @param {unknown} stored @returns {DeskEntry[]} none where it is broken */
function entryIn(stored) {
  const { layer, words, before, after, hidden, speaker, found, checked, note, at } = /** @type {Record<string, unknown>} */ (stored ?? {});
  if ((layer !== 'quote' && layer !== 'reported') || typeof words !== 'string' || typeof before !== 'string' || typeof after !== 'string') return [];
  const name = typeof speaker === 'string' ? speaker.replace(/\s+/g, ' ').trim().slice(0, longestName) : '';
  return [{
    ...shortened({ layer, words, before, after }),
    ...(hidden === true && { hidden }),
    ...(name !== '' && { speaker: name }),
    ...((hidden === true || name !== '') && { found: typeof found === 'string' ? found.slice(0, longestName) : null }),
    ...(checked === true && { checked }),
    ...(typeof note === 'string' && note.trim() !== '' && { note: note.slice(0, longestNote) }),
    at: typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? at : '1970-01-01T00:00:00.000Z',
  }];
}
