// How marks look: by who speaks, by the page's own colours where they stand, and by what the reader's system asks for.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { tintNumbers } from '../../extension/content/paint/tint-numbers.js';
import { browserNames, openPage } from './support/browsers.mjs';
import { prefer } from './support/controls.mjs';
import { placeOf, waitForPainted } from './support/highlights.mjs';
import { until } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const words = `<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. “It is our road.”</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p>“It costs <a href="#more">far too much</a> for us,” said Ilse Marrow, who runs the school. Vask said that the island would pay for a new ship.</p>`;

/** @param {string} style @param {string} [body] */
const html = (style, body = words) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${style}</style></head>
<body><main><article>${body}</article></main></body></html>`;

const first = '“We are not moving,”';
const second = '“It is our road.”';
const third = '“It costs far too much for us,”';
const told = 'the island would pay for a new ship';
const picture = 'url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E")';

/** What is expected of what is said: the highlight that it is in. @type {[name: string, style: string, expected: Record<string, string>][]} */
const rows = [
  ['a page without colours', '', { [first]: 'verbatim-quote-1', [second]: 'verbatim-quote-1', [third]: 'verbatim-quote-2', [told]: 'verbatim-reported-1' }],
  ['a dark page', 'body { background: #111; color: #ddd } a { color: #9cf }', { [first]: 'verbatim-quote-1-dark', [third]: 'verbatim-quote-2-dark', [told]: 'verbatim-reported-1-dark' }],
  ['a page that is dark by its scheme', ':root { color-scheme: dark }', { [first]: 'verbatim-quote-1-dark' }],
  ['a white article on a dark page', 'body { background: #111 } article { background: white; color: black }', { [first]: 'verbatim-quote-1' }],
  ['a translucent dark article', 'article { background: rgb(0 0 0 / 0.85); color: white }', { [first]: 'verbatim-quote-1-dark' }],
  ['colours of other spaces', 'body { background: oklch(0.2 0.02 250); color: color(display-p3 0.9 0.9 0.9) }', { [first]: 'verbatim-quote-1-dark' }],
  ['text that is just readable', 'body { color: #767676 }', { [first]: 'verbatim-quote-1-plain', [second]: 'verbatim-quote-1-plain', [told]: 'verbatim-reported-1-plain' }],
  ['text that a tint leaves readable, and a band on it does not', 'body { color: #666 }', { [first]: 'verbatim-quote-1', [told]: 'verbatim-reported-1-plain' }],
  ['text that the tint of one speaker leaves readable, and that of another does not', 'body { color: #686868 }', { [first]: 'verbatim-quote-1-plain', [third]: 'verbatim-quote-2-plain' }],
  ['text that is hardly readable on dark', 'body { background: #222; color: #888 }', { [first]: 'verbatim-quote-1-plain-dark' }],
  ['a pale link within a quotation', 'a { color: #6f86ff }', { [first]: 'verbatim-quote-1', [third]: 'verbatim-quote-2-plain' }],
  ['a picture behind light text', `article { background: ${picture}; color: white }`, { [first]: 'verbatim-quote-1-plain-dark', [told]: 'verbatim-reported-1-plain-dark' }],
  ['a picture over a colour', `body { background: #fff ${picture}; color: black }`, { [first]: 'verbatim-quote-1' }],
];

/** In which highlight is what is said. Runs in the page. */
function highlightsOfWords() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, highlight] of CSS.highlights) {
    if (!/^verbatim-(?:quote|reported)/.test(name)) continue;
    for (const range of highlight) {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      found[copy.toString()] = name;
    }
  }
  return found;
}

/**
 * What lies behind and under the first words of a layer, as it is seen: the grey of its box, and the box's rows below the middle and above it, each as
 * the share of its pixels that differ from that, and how often these begin anew in the row.
 * @param {import('puppeteer-core').Page} page
 * @param {'quote' | 'reported' | 'speaker' | 'date'} layer
 */
async function boxOf(page, layer) {
  await placeOf(page, layer, 0);
  const clip = await page.evaluate((layer) => {
    const [range] = [...CSS.highlights].find(([name]) => name.startsWith(`verbatim-${layer}`))?.[1] ?? [];
    if (!range) throw new Error(`no ${layer} is painted`);
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { left, top, width, height } = live.getBoundingClientRect();
    return { x: Math.ceil(left) + 1, y: Math.round(top), width: Math.floor(width) - 2, height: Math.round(height) };
  }, layer);
  const picture = sharp(await page.screenshot({ clip, captureBeyondViewport: false })).greyscale().raw();
  const { data, info: { width, height } } = await picture.toBuffer({ resolveWithObject: true });
  const ground = data[0] ?? 0;
  const all = Array.from({ length: height }, (_, index) => {
    const row = [...data.subarray(index * width, (index + 1) * width)].map((pixel) => Math.abs(pixel - ground) > 60);
    return { share: row.filter(Boolean).length / width, stretches: row.filter((differs, at) => differs && !row[at - 1]).length };
  });
  return { ground, rows: all.slice(Math.ceil(height / 2)), above: all.slice(0, Math.floor(height / 2)) };
}

describe('who has which tint', () => {
  /** Who speaks, in reading order, and the tint of each. @type {[name: string, people: number[], expected: Record<number, number>][]} */
  const speakers = [
    ['a tint each', [0, 1, 0, 2], { 0: 1, 1: 2, 2: 3 }],
    ['in turn', [0, 1, 2, 3, 4, 5, 6], { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 1 }],
    ['not that of a neighbour', [0, 1, 2, 3, 4, 5, 0, 6], { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 2 }],
    ['nor of one who speaks next', [0, 1, 2, 3, 4, 5, 6, 0, 1], { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 3 }],
    ['that of the neighbour who is farthest', [0, 1, 2, 3, 4, 5, 6, 0, 6, 1, 6, 2, 6, 3], { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 5 }],
  ];
  for (const [name, people, expected] of speakers) {
    test(name, () => {
      const said = people.map((person) => /** @type {any} */ ({ kind: 'direct', person }));
      assert.deepEqual(Object.fromEntries(tintNumbers({ quotes: said, statements: [] })), expected);
      assert.deepEqual(Object.fromEntries(tintNumbers({ quotes: [], statements: said })), expected, 'who is only reported');
    });
  }
});

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => (path.startsWith('/row-') ? { body: html(rows[Number(path.slice(5))]?.[1] ?? '') } : path === '/plain' ? { body: html('') } : path === '/switched' ? {
      body: html('.night { background: #181a20; color: #e6e6e6 }'),
    } : path === '/many' ? {
      body: html('', ['Vask', 'Marrow', 'Ortiz', 'Reyes', 'Sandoval', 'Lindqvist', 'Okafor'].map((name) => `<p>“This is what we have all been waiting for,” Teodor ${name} said.</p>`).join('')
        + '<p>The island heard it. “Nobody has told us anything at all,” the letter went on, and that was that.</p>'),
    } : null));
    const launched = useBrowser(browserName);

    describe('in forced colours', () => {
      before(() => prefer(launched, 'browser.display.document_color_use', 2));
      after(() => prefer(launched, 'browser.display.document_color_use', 0));

      for (const scheme of ['light', 'dark']) {
        test(`the four layers are told apart as they are seen: ${scheme}`, { skip: browserName === 'firefox' && scheme === 'dark' }, async () => {
          const { page } = await openPage(launched);
          if (browserName === 'chromium') {
            const session = await page.createCDPSession();
            await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: scheme }] });
          }
          await page.goto(`${server.address}/plain`);
          await waitForPainted(page);
          assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
          const isLine = (/** @type {{ share: number } | undefined} */ row) => row !== undefined && row.share > 0.9;
          const hasLine = (/** @type {{ rows: { share: number }[] }} */ { rows }) => rows.some((row, index) => isLine(row) && index + 1 < rows.length && !isLine(rows[index + 1]));
          const [quote, reported, speaker, date] = [await boxOf(page, 'quote'), await boxOf(page, 'reported'), await boxOf(page, 'speaker'), await boxOf(page, 'date')];
          assert.ok(!hasLine(quote) || quote.ground !== speaker.ground, 'a quotation has a ground of its own, or no line');
          assert.ok(hasLine(speaker), 'a speaker has a line that ends within its box');
          assert.ok(reported.above.some(isLine), 'reported words have a line above them');
          assert.ok(![quote, speaker, date].some(({ above }) => above.some(isLine)), 'nothing else has');
          assert.ok(date.rows.some(({ share, stretches }) => share > 0.3 && share < 0.8 && stretches >= 8), 'a date has a dotted line');
          await page.close();
        });
      }
    });

    for (const [index, [name, , expected]] of rows.entries()) {
      test(name, async () => {
        const { page } = await openPage(launched);
        await page.goto(`${server.address}/row-${index}`);
        await waitForPainted(page, (texts) => texts.length === 3);
        const found = await page.evaluate(highlightsOfWords);
        for (const [text, highlight] of Object.entries(expected)) assert.equal(found[text], highlight, text);
        await page.close();
      });
    }

    test('six speakers have tints of their own, and the seventh the first again', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/many`);
      await waitForPainted(page, (texts) => texts.length >= 7);
      const names = await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => /^verbatim-quote-\d$/.test(name)).sort());
      assert.deepEqual(names.filter((name) => name !== 'verbatim-quote-0'), ['1', '2', '3', '4', '5', '6'].map((tint) => `verbatim-quote-${tint}`));
      assert.equal(await page.evaluate(() => CSS.highlights.get('verbatim-quote-1')?.size), 2);
      await page.close();
    });

    test('a page that is switched to dark by a button of its own is painted anew, and back', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/switched`);
      await waitForPainted(page, (texts) => texts.length === 3);
      await page.evaluate(() => document.body.classList.add('night'));
      await until(page, () => CSS.highlights.has('verbatim-quote-1-dark') && !CSS.highlights.has('verbatim-quote-1'));
      await page.evaluate(() => document.body.classList.remove('night'));
      await until(page, () => CSS.highlights.has('verbatim-quote-1') && !CSS.highlights.has('verbatim-quote-1-dark'));
      await page.close();
    });

    test('the four layers differ in shape', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/row-0`);
      await waitForPainted(page);
      const shapes = await page.evaluate(() => [
        'quote-1', 'reported-1', 'speaker-1', 'date', 'quote-1-probable', 'reported-1-probable', 'speaker-1-probable', 'quote-1-plain', 'reported-1-plain',
      ].map((name) => {
        const { backgroundColor, textDecorationStyle, textDecorationLine, textDecorationThickness } = getComputedStyle(document.documentElement, `::highlight(verbatim-${name})`);
        return [backgroundColor === 'rgba(0, 0, 0, 0)' ? 'no tint' : 'tint', textDecorationLine === 'none' ? 'no line' : `${textDecorationStyle} ${Number.parseFloat(textDecorationThickness) > 4 ? 'band' : 'line'}`].join(', ');
      }));
      assert.deepEqual(shapes, [
        'tint, no line', 'no tint, solid band', 'no tint, solid line', 'no tint, dotted line', 'tint, dashed line', 'no tint, dashed band', 'no tint, dashed line', 'no tint, solid line',
        'no tint, double line',
      ]);
      await page.close();
    });

    if (browserName === 'chromium') {
      for (const [name, feature, highlight, expected] of /** @type {const} */ ([
        ['forced colours', { name: 'forced-colors', value: 'active' }, 'quote-1', { backgroundColor: 'Highlight' }],
        ['more contrast', { name: 'prefers-contrast', value: 'more' }, 'quote-1', { textDecorationLine: 'underline' }],
        ['forced colours of what is reported', { name: 'forced-colors', value: 'active' }, 'reported-1', { textDecorationStyle: 'solid' }],
        ['more contrast of what is reported', { name: 'prefers-contrast', value: 'more' }, 'reported-1', { textDecorationStyle: 'double' }],
      ])) {
        test(`${name} are heeded`, async () => {
          const { page } = await openPage(launched);
          const session = await page.createCDPSession();
          await session.send('Emulation.setEmulatedMedia', { features: [feature] });
          await page.goto(`${server.address}/row-0`);
          await waitForPainted(page);
          const { computed, wanted } = await page.evaluate((highlight, expected) => {
            const probe = document.createElement('i');
            Object.assign(probe.style, expected);
            document.body.append(probe);
            const [property] = /** @type {['backgroundColor' | 'textDecorationLine' | 'textDecorationStyle']} */ (Object.keys(expected));
            return { computed: getComputedStyle(document.documentElement, `::highlight(verbatim-${highlight})`)[property], wanted: getComputedStyle(probe)[property] };
          }, highlight, expected);
          assert.equal(computed, wanted);
          await page.close();
        });
      }

      test('nothing is marked in print', async () => {
        const { page } = await openPage(launched);
        await page.goto(`${server.address}/row-0`);
        await waitForPainted(page);
        const read = () => page.evaluate(() => getComputedStyle(document.documentElement, '::highlight(verbatim-quote-1)').backgroundColor);
        assert.notEqual(await read(), 'rgba(0, 0, 0, 0)');
        await page.emulateMediaType('print');
        assert.equal(await read(), 'rgba(0, 0, 0, 0)');
        await page.close();
      });
    }
  });
}
