// What is stored, what comes out of it, and the colours that are made of it: tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BackupError, readBackup, writeBackup } from '../../extension/settings/backup.js';
import { contrast, fromHex, over, toCss } from '../../extension/settings/colour.js';
import { allLooks, highlightName, leastTextContrast, lineColour, styleSheet, tintColour } from '../../extension/settings/looks.js';
import { defaultSettings, hostIn, parseSettings, siteState, switchSite } from '../../extension/settings/settings.js';

const defaults = defaultSettings();
const chosen = {
  version: 1, on: false, mode: 'click', sitesOff: ['a.example'], sitesOn: ['b.example'], layers: { quotes: true, reported: false, speakers: false, dates: true }, daysOnly: false,
  tint: 'one', colours: { quote: '#112233', speaker: null, date: '#aabbcc' }, badge: false, citation: 'mla', watch: ['vask', 'who:/lund|ortiz/ ferry'],
};

describe('settings are whole, whatever was stored', () => {
  /** @type {[name: string, stored: unknown, settings: unknown][]} */
  const rows = [
    ['nothing', undefined, defaults],
    ['null', null, defaults],
    ['a text', 'settings', defaults],
    ['a number', 7, defaults],
    ['a list', [1, 2], defaults],
    ['all chosen', chosen, chosen],
    ['one field missing', { ...chosen, badge: undefined }, { ...chosen, badge: true }],
    ['one field broken', { ...chosen, mode: 'sometimes' }, { ...chosen, mode: 'always' }],
    ['a flag that is a text', { ...chosen, on: 'false' }, { ...chosen, on: true }],
    ['layers that are none', { ...chosen, layers: 'all' }, { ...chosen, layers: defaults.layers }],
    ['one layer broken', { ...chosen, layers: { quotes: 0, reported: false, speakers: false, dates: false } }, { ...chosen, layers: { quotes: true, reported: false, speakers: false, dates: false } }],
    ['a colour by name', { ...chosen, colours: { quote: 'red', date: '#AABBCC' } }, { ...chosen, colours: { quote: null, speaker: null, date: '#aabbcc' } }],
    ['a colour that would end its rule', { ...chosen, colours: { quote: '#123456;}' } }, { ...chosen, colours: { quote: null, speaker: null, date: null } }],
    ['sites that are none', { ...chosen, sitesOff: { 0: 'a.example' } }, { ...chosen, sitesOff: [] }],
    ['some sites broken, some twice', { ...chosen, sitesOff: ['a.example', 3, null, '', 'A.example', 'https://c.example/page', 'no site'] }, { ...chosen, sitesOff: ['a.example', 'c.example'] }],
    ['a watch list that is none', { ...chosen, watch: 'vask' }, { ...chosen, watch: [] }],
    ['some entries broken, one twice', { ...chosen, watch: [' vask ', 3, null, ' ', 'vask', 'x'.repeat(501)] }, { ...chosen, watch: ['vask'] }],
    ['more entries than it may have', { ...chosen, watch: Array.from({ length: 201 }, (_, index) => `name ${index}`) }, { ...chosen, watch: Array.from({ length: 200 }, (_, index) => `name ${index}`) }],
    ['a field of a later version', { ...chosen, later: true }, chosen],
  ];
  for (const [name, stored, settings] of rows) test(name, () => assert.deepEqual(parseSettings(stored), settings));
});

describe('the host in what somebody writes', () => {
  /** @type {[text: string, host: string | null][]} */
  const rows = [
    ['news.example', 'news.example'], ['  News.Example ', 'news.example'], ['https://news.example/a/b?c=1#d', 'news.example'],
    ['http://news.example:8080', 'news.example'], ['news.example/page', 'news.example'], ['localhost', 'localhost'], ['zeitung-münchen.example', 'xn--zeitung-mnchen-osb.example'],
    ['http://[::1]:80/', '[::1]'], ['', null], ['two words', null], ['a%20b.example', null], ['ftp://news.example', null], ['about:blank', null], ['javascript:alert(1)', null], ['https://', null],
  ];
  for (const [text, host] of rows) test(JSON.stringify(text), () => assert.equal(hostIn(text), host));
});

describe('what is done on a site', () => {
  const lists = { sitesOff: ['off.example'], sitesOn: ['on.example', 'off.example'] };
  /** @type {[name: string, patch: Partial<typeof defaults>, host: string, state: string][]} */
  const rows = [
    ['any site', {}, 'a.example', 'on'],
    ['a site that is off', lists, 'off.example', 'off'],
    ['off everywhere', { on: false }, 'on.example', 'off'],
    ['pages that wait', { mode: 'click', ...lists }, 'a.example', 'waiting'],
    ['a site that does not wait', { mode: 'click', ...lists }, 'on.example', 'on'],
    ['a site on both lists is off', { mode: 'click', ...lists }, 'off.example', 'off'],
  ];
  for (const [name, patch, host, state] of rows) test(name, () => assert.equal(siteState({ ...defaults, ...patch }, host), state));

  for (const mode of /** @type {const} */ (['always', 'click'])) {
    test(`off and on again, ${mode}`, () => {
      const settings = { ...defaults, mode };
      const off = { ...settings, ...switchSite(settings, 'a.example', false) };
      assert.equal(siteState(off, 'a.example'), mode === 'click' ? 'waiting' : 'off');
      assert.equal(siteState({ ...off, ...switchSite(off, 'a.example', true) }, 'a.example'), 'on');
    });
  }
});

describe('a file of settings', () => {
  test('comes back as it was written', () => assert.deepEqual(readBackup(writeBackup(parseSettings(chosen))), chosen));
  test('with a mark of byte order, and fields left out', () => {
    assert.deepEqual(readBackup('\ufeff{"kind":"verbatim-settings","badge":false}'), { ...defaults, badge: false });
  });
  /** @type {[name: string, text: string, fault: string, field: string][]} */
  const rows = [
    ['no text', '', 'json', ''],
    ['cut short', writeBackup(defaults).slice(0, 60), 'json', ''],
    ['a list', '[]', 'other', ''],
    ['null', 'null', 'other', ''],
    ['of another program', '{"kind":"bookmarks"}', 'other', ''],
    ['of a later version', JSON.stringify({ kind: 'verbatim-settings', version: 2 }), 'newer', ''],
    ['with a mode that there is not', JSON.stringify({ kind: 'verbatim-settings', mode: 'never' }), 'field', 'mode'],
    ['with a broken colour', JSON.stringify({ kind: 'verbatim-settings', colours: { quote: 'blue' } }), 'field', 'colours'],
    ['with a broken site', JSON.stringify({ kind: 'verbatim-settings', sitesOff: ['a.example', 5] }), 'field', 'sitesOff'],
    ['too large', `{"kind":"verbatim-settings","later":"${'x'.repeat(1_000_000)}"}`, 'large', ''],
  ];
  for (const [name, text, fault, field] of rows) {
    test(name, () => assert.throws(() => readBackup(text), (error) => error instanceof BackupError && error.fault === fault && error.field === field));
  }
});

describe('colours', () => {
  /** @type {[one: string, other: string, ratio: number][]} from the Web Content Accessibility Guidelines and their well-known examples */
  const rows = [['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#767676', '#ffffff', 4.54], ['#0000ff', '#ffffff', 8.59]];
  for (const [one, other, ratio] of rows) {
    test(`${one} on ${other}`, () => assert.equal(Math.round(contrast(fromHex(one), fromHex(other)) * 100) / 100, ratio));
  }
  test('a translucent colour on white', () => assert.equal(toCss(over(fromHex('#000000', 0.5), fromHex('#ffffff'))), 'rgb(128 128 128)'));

  const none = { quote: null, speaker: null, date: null };
  const pages = /** @type {const} */ ({ light: { ground: '#ffffff', text: '#333333' }, dark: { ground: '#1e1e1e', text: '#d0d0d0' } });
  for (const look of allLooks().filter(({ plain, probable }) => !plain && !probable)) {
    const { ground, text } = pages[look.tone];
    if (look.layer === 'quote') {
      test(`text on ${highlightName(look)}`, () => {
        const tinted = over(tintColour(look.tint ?? null, look.tone, none), fromHex(ground));
        assert.ok(contrast(fromHex(text), tinted) >= leastTextContrast);
      });
    } else test(`the line of ${highlightName(look)} is seen`, () => assert.ok(contrast(lineColour(look, none), fromHex(ground)) >= 3));
  }
});

test('every look has a name of its own, and a rule for either browser', () => {
  const names = allLooks().map(highlightName);
  assert.equal(new Set(names).size, names.length);
  const sheet = styleSheet();
  for (const name of names) {
    assert.ok(sheet.includes(`:root::highlight(${name}) {`), name);
    assert.ok(sheet.includes(`\n::highlight(${name}) {`), name);
  }
});
