// Where the card stands: never over the words that it explains, as long as there is room elsewhere, and whole in the window.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeCard } from '../../extension/content/card/place.js';
import { browserNames, demoFolder, openPage } from './support/browsers.mjs';
import { waitForPainted } from './support/highlights.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { eventually, pause } from './support/waiting.mjs';

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const lineHeight = 26;
/** Lines of a text, the first and the last of which are shorter. @param {number} left @param {number} top @param {number} width @param {number} count @returns {Box[]} */
const text = (left, top, width, count, indent = 0, last = width) => Array.from({ length: count }, (_, index) => ({
  left: left + (index === 0 ? indent : 0), top: top + index * lineHeight, right: left + (index === count - 1 ? last : width), bottom: top + index * lineHeight + 20,
}));

/** How much of some lines a place covers. @param {{ left: number, top: number, height: number }} place @param {number} width @param {Box[]} lines */
const covered = ({ left, top, height }, width, lines) => lines.reduce((sum, box) => sum
  + Math.max(0, Math.min(left + width, box.right) - Math.max(left, box.left)) * Math.max(0, Math.min(top + height, box.bottom) - Math.max(top, box.top)), 0);

/** Name, window, size of the card, lines of the words, which of them, and where the card is to be. @type {[string, [number, number], [number, number], Box[], number, { left: number, top: number, height: number }][]} */
const cases = [
  ['below the words', [1280, 800], [300, 200], text(100, 100, 600, 2), 0, { left: 100, top: 153, height: 200 }],
  ['below, moved in from the right edge', [1280, 800], [300, 200], text(1100, 100, 150, 1), 0, { left: 972, top: 127, height: 200 }],
  ['above, where there is no room below', [1280, 800], [300, 200], text(100, 700, 600, 2), 0, { left: 100, top: 493, height: 200 }],
  ['at the right, where there is room neither above nor below', [1280, 400], [300, 200], text(100, 150, 400, 4), 1, { left: 507, top: 176, height: 200 }],
  ['at the left', [1280, 400], [300, 200], text(700, 150, 560, 4), 1, { left: 393, top: 176, height: 200 }],
  ['after the last line, which is short', [500, 460], [300, 200], text(20, 100, 460, 9, 0, 100), 2, { left: 192, top: 252, height: 200 }],
  ['lower than it wants to be, where the window is low', [360, 400], [300, 300], text(20, 150, 320, 3), 0, { left: 20, top: 229, height: 163 }],
];

for (const [name, [width, height], [cardWidth, cardHeight], lines, own, expected] of cases) {
  test(`a card stands ${name}`, () => {
    const place = placeCard({ width: cardWidth, height: cardHeight, lines, own: /** @type {Box} */ (lines[own]), window: { width, height } });
    assert.deepEqual(place, expected);
  });
}

/** A quotation in two parts: name, the second part, and where the card is to be. @type {[string, Box[], { left: number, top: number, height: number }][]} */
const splitCases = [
  ['in the next lines', text(100, 152, 600, 2), { left: 100, top: 205, height: 200 }],
  ['far below', text(100, 560, 600, 2), { left: 100, top: 153, height: 200 }],
  ['too long for the window', text(100, 152, 600, 30), { left: 707, top: 100, height: 200 }],
];

for (const [name, beside, expected] of splitCases) {
  test(`a card covers no part of a quotation whose second part is ${name}`, () => {
    const lines = text(100, 100, 600, 2, 0, 80);
    const place = placeCard({ width: 300, height: 200, lines, beside, own: /** @type {Box} */ (lines[0]), window: { width: 1280, height: 800 } });
    assert.equal(covered(place, 300, [...lines, ...beside]), 0);
    assert.deepEqual(place, expected);
  });
}

test('where the window has no room for all parts of a quotation, the one at the pointer is free', () => {
  const lines = text(20, 200, 320, 2);
  const place = placeCard({ width: 300, height: 200, lines, beside: text(20, 252, 320, 20), own: /** @type {Box} */ (lines[0]), window: { width: 360, height: 500 } });
  assert.equal(covered(place, 300, lines), 0);
});

test('whatever the words and the window, a card stands in the window, and over the words only where all places are', () => {
  for (const width of [320, 390, 640, 1280]) {
    for (const height of [240, 400, 800]) {
      for (const cardHeight of [90, 200, 330]) {
        for (let top = -200; top < height; top += 37) {
          for (const [left, wide] of /** @type {const} */ ([[10, width - 20], [width / 2, width / 2 - 10], [10, width / 2], [width - 60, 50]])) {
            for (const count of [1, 3, 9, 40]) {
              const lines = text(left, top, wide, count, wide / 3, wide / 2);
              const own = lines.find((line) => line.top >= 0 && line.bottom <= height);
              if (!own) continue;
              const size = Math.min(300, width - 16);
              const place = placeCard({ width: size, height: cardHeight, lines, own, window: { width, height } });
              const context = JSON.stringify({ width, height, cardHeight, top, left, wide, count, place });
              assert.ok(place.left >= 8 && place.top >= 8 && place.left + size <= width - 7 && place.top + place.height <= height - 7, `in the window: ${context}`);
              const roomiest = Math.max(...lines.map(({ top }) => Math.min(top, height)).slice(0, 1), height - Math.max(...lines.map(({ bottom }) => bottom)));
              if (roomiest >= 120 + 15) assert.equal(covered(place, size, lines), 0, `beside the words: ${context}`);
            }
          }
        }
      }
    }
  }
});

/** An article whose quotations are at every place of a line, short and long. */
const ownText = Array.from({ length: 14 }, (_, index) => {
  const said = `“${'we have waited a long time for the boat and for the road, '.repeat(1 + index % 4)}and I am number ${index},”`;
  const rest = index % 4 === 1 ? ` “${'It is our road, and we have paid for it. '.repeat(1 + index % 3)}”` : '';
  return `${'The harbour was quiet. '.repeat(index % 5)}${said} Mayor Teodor Vask of Kelmar said on Thursday${', while the hall was listening' .repeat(index % 3)}.${rest}`;
}).join('\n\n');

/** The windows: name, width, height. The third is one of 1280 by 800 enlarged to twice its size. @type {[string, number, number][]} */
const windows = [['narrow', 320, 640], ['of a phone', 390, 780], ['at 200 %', 640, 400], ['wide', 1280, 800]];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(folderAnswer(demoFolder));
    const launched = useBrowser(browserName, { extension: false });

    for (const [name, width, windowHeight] of windows) {
      test(`in a window that is ${name}, the card covers none of its words and is whole`, async () => {
        const { page } = await openPage(launched);
        await page.setViewport({ width, height: windowHeight });
        // The demo page runs the same code where a test can look into the card.
        await page.evaluateOnNewDocument(() => {
          const attach = Element.prototype.attachShadow;
          Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
        });
        await page.goto(server.address);
        await waitForPainted(page);
        await page.evaluate((text) => {
          /** @type {HTMLTextAreaElement} */ (document.getElementById('own-text')).value = text;
          /** @type {HTMLFormElement} */ (document.getElementById('own-form')).requestSubmit();
        }, ownText);
        await waitForPainted(page, ({ length }) => length === 18);
        await pause(300);
        let looked = 0;
        let parts = 0;
        for (let index = 0; index < 14; index += 1) {
          for (const height of [0.12, 0.45, 0.8]) {
            const place = await page.evaluate(lineOf, index, height);
            if (!place) continue;
            await page.mouse.click(place.x, place.y);
            const seen = await eventually(() => page.evaluate(cardAndWords, index));
            assert.ok(seen, `a card is shown for ${index}`);
            const { card, lines, beside, foot } = seen;
            const context = JSON.stringify({ index, height, card, lines, beside });
            const over = (/** @type {Box[]} */ boxes) => Math.round(boxes.reduce((sum, box) => sum
              + Math.max(0, Math.min(card.right, box.right) - Math.max(card.left, box.left)) * Math.max(0, Math.min(card.bottom, box.bottom) - Math.max(card.top, box.top)), 0));
            assert.equal(over(lines), 0, `covers nothing: ${context}`);
            // A lower window has no room for a card and a long quotation in two parts.
            if (windowHeight >= 780) assert.equal(over(beside), 0, `covers nothing of the other part: ${context}`);
            parts += beside.length > 0 ? 1 : 0;
            const frame = await page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
            assert.ok(card.left >= 0 && card.top >= 0 && card.right <= frame.width && card.bottom <= frame.height, `in the window: ${context}`);
            assert.ok(foot.bottom <= card.bottom + 0.5 && foot.top >= card.top, `its last row is in sight: ${JSON.stringify(foot)} ${context}`);
            looked += 1;
            await page.keyboard.press('Escape');
          }
        }
        assert.ok(looked > 28, `looked at ${looked}`);
        assert.ok(parts > 6, `in two parts: ${parts}`);
        await page.close();
      });
    }
  });
}

/**
 * Scrolls so that a line of a quotation is at a part of the window's height, and gives a point of it.
 * @param {number} index
 * @param {number} height
 */
function lineOf(index, height) {
  const live = [...CSS.highlights].filter(([name]) => name.startsWith('verbatim-quote')).flatMap(([, highlight]) => [...highlight]).map((range) => {
    const copy = document.createRange();
    copy.setStart(range.startContainer, range.startOffset);
    copy.setEnd(range.endContainer, range.endOffset);
    return copy;
  });
  const range = /** @type {Range} */ (live.find((range) => String(range).includes(`number ${index},`)));
  const lineAt = () => [...range.getClientRects()][index % Math.min(3, range.getClientRects().length)];
  window.scrollBy({ top: (lineAt()?.top ?? 0) - innerHeight * height, behavior: 'instant' });
  const box = lineAt();
  if (!box || box.top < 0 || box.bottom > innerHeight) return null;
  const x = [0.1, 0.5, 0.9][index % 3] ?? 0.5;
  return { x: box.left + box.width * x, y: box.top + box.height / 2 };
}

/**
 * Where the open card is, its last row, the lines of the words that it is for, and those of the other part of the quotation, if there is one;
 * null while there is no card.
 * @param {number} index
 */
function cardAndWords(index) {
  const shadow = document.querySelector('[data-verbatim-card]')?.shadowRoot;
  const card = shadow?.querySelector('.card:popover-open');
  const foot = shadow?.querySelector('.foot');
  const [meant, ...others] = [...CSS.highlights.get('verbatim-meant') ?? []];
  if (!card || !foot || !meant || !String(meant).includes(`number ${index},`)) return null;
  const box = (/** @type {DOMRect} */ { left, top, right, bottom }) => ({ left, top, right, bottom });
  if (card.getAnimations().length > 0) return null;
  const linesOf = (/** @type {AbstractRange} */ range) => [.../** @type {Range} */ (range).getClientRects()].map(box);
  return { card: box(card.getBoundingClientRect()), foot: box(foot.getBoundingClientRect()), lines: linesOf(meant), beside: others.flatMap(linesOf) };
}
