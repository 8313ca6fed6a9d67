// The card: what it offers, how it is reached and left, and that it works on any page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { browserNames, demoFolder, openPage } from './support/browsers.mjs';
import { pressKeys } from './support/controls.mjs';
import { pasted, pastedAs } from './support/files.mjs';
import { placeOf, readCard, waitForCard, waitForPainted } from './support/highlights.mjs';
import { folderAnswer, strictPolicy } from './support/server.mjs';
import { useBrowserThatSaves, useServer } from './support/suite.mjs';
import { becomes, pause } from './support/waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A name that is not this machine's own, so that the page counts as one that came without encryption. */
const plainHost = 'news.example';

const filler = '<p>The harbour was quiet again after the rain, and the boats lay where they had been left, one beside the other, all along the old wall.</p>'.repeat(30);

/** @param {string} body @param {string} [style] */
const html = (body, style = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${style}
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article>${body}</article></main></body></html>`;

const story = `<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving from <a href="#one">this island</a>,” Mayor Teodor Vask said on Thursday.</p>
<p>“It is our road,” said Ilse Marrow, who runs the <a href="#two">school</a>.</p>
${filler}
<p id="last">“There will be a vote before the summer break,” Vask promised.</p>`;

const splitStory = story.replace('Mayor Teodor Vask said on Thursday.', 'Mayor Teodor Vask said on Thursday. “It is as good as any.”');

/**
 * A page that wants to get into the card: what it reaches of it is in `reached`.
 * @param {string} attempt a script
 */
const reaching = (attempt) => html(story, `<script>{
  const reached = window.reached = [];
  const reach = (root) => { if (root) reached.push('a shadow tree'); };
  ${attempt}
  new MutationObserver((records) => {
    for (const element of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (element.localName === 'body' || element.dataset.copy) continue;
      reach(element.shadowRoot);
      for (const attempt of [() => element.attachInternals().shadowRoot, () => element.attachShadow({ mode: 'open' })]) {
        try { reach(attempt()); } catch { /* Not that way. */ }
      }
    }
  }).observe(document.documentElement, { childList: true });
  const look = () => {
    const elements = [document, ...document.querySelectorAll(':root > :not(head, body)')];
    for (const animation of elements.flatMap((of) => of.getAnimations({ subtree: true }))) reached.push('an animated ' + animation.effect.target.localName);
    requestAnimationFrame(look);
  };
  look();
}</script>`);

/** What pages try: name, script. */
const attempts = Object.entries({
  'the internals of an element that it defines': `customElements.define('verbatim-card', class extends HTMLElement {
    constructor() { super(); const internals = this.attachInternals(); setInterval(() => { if (internals.shadowRoot) reach(internals.shadowRoot); }, 20); }
  });`,
  'a shadow tree of its own': "customElements.define('verbatim-card', class extends HTMLElement { constructor() { super(); reach(this.attachShadow({ mode: 'open' })); } });",
  'a constructor that throws': "customElements.define('verbatim-card', class extends HTMLElement { constructor() { super(); throw new Error('no card here'); } });",
  'changing how elements are made': `const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) { const root = attach.call(this, { ...options, mode: 'open' }); reach(root); return root; };
    document.createElement = () => { throw new Error('no card here'); };`,
  'putting the element elsewhere and a copy in its place': `new MutationObserver((records) => {
    for (const element of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (element.localName === 'body' || element.dataset.copy) continue;
      const copy = element.cloneNode(true);
      copy.dataset.copy = '1';
      if (window.moved) continue;
      window.moved = true;
      const hidden = document.createElement('div');
      hidden.hidden = true;
      document.body.append(hidden);
      addEventListener('seen', () => { hidden.append(element); document.documentElement.append(copy); }, { once: true });
    }
  }).observe(document.documentElement, { childList: true });`,
});

const pages = new Map([
  ['/story', { body: html(story) }],
  ['/split', { body: html(splitStory) }],
  ['/strict', { body: html(story), policy: strictPolicy }],
  ...attempts.map(([, script], index) => /** @type {const} */ ([`/reaching/${index}`, { body: reaching(script) }])),
  ['/half', { body: html(story, `<script>addEventListener('DOMContentLoaded', () => { document.querySelector('p').firstChild.nodeValue = '“We are \\ud83d not moving from '; });</script>`) }],
  ['/form', { body: html(`<form>${['parentNode', 'parentElement', 'nodeType', 'childNodes', 'nextSibling', 'tagName', 'contains', 'textContent'].map((name) => `<input type="hidden" name="${name}">`).join('')}${story}</form>`,
    '<meta property="og:type" content="article">') }],
  ['/copies', { body: html(story, `<script>
    for (const type of ['copy', 'beforecopy']) addEventListener(type, (event) => {
      for (const kind of ['text/html', 'text/uri-list', 'text/plain', 'application/x-mine']) event.clipboardData?.setData(kind, '<b>mine</b>');
    }, true);
    addEventListener('copy', (event) => event.clipboardData.setData('text/html', '<b>mine</b>'));
  </script>`) }],
  // All that a page may do to what stands beside it.
  ['/hostile', { body: html(`${story}<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none"></div>`, `<style>
    * { all: revert; font-size: 40px !important; color: red !important; letter-spacing: 1em !important; text-transform: uppercase !important; }
    html { transform: translateX(0); filter: brightness(1); contain: paint; zoom: 1.2; } html > div, [data-verbatim-card] { display: none !important; opacity: 0 !important; } *::before, *::after { content: "!" !important; display: block; position: fixed; inset: 0; } p { font-size: 20px !important; }
  </style>`) }],
]);

/** Has every shadow tree of a page open. */
const openShadowTrees = `
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(pages);
    const demo = useServer(folderAnswer(demoFolder));
    const { launched, downloads } = useBrowserThatSaves(browserName, {
      preferences: { 'network.dns.localDomains': plainHost }, flags: browserName === 'chromium' ? [`--host-resolver-rules=MAP ${plainHost} 127.0.0.1`] : [],
    });

    /**
     * @param {string} path
     * @param {(page: Page) => Promise<void>} check
     * @param {string} [host]
     */
    async function onPage(path, check, host = '127.0.0.1') {
      const { page, complaints } = await openPage(launched);
      try {
        await page.goto(`http://${host}:${server.port}${path}`);
        await waitForPainted(page);
        await check(page);
        // Firefox asks for the site's icon of its own accord, which a policy may forbid.
        assert.deepEqual(complaints.filter((complaint) => !complaint.includes('favicon.ico')), [], 'the console is clean');
      } finally {
        await page.close();
      }
    }

    /** Goes to a button of the open card by the keyboard, and presses it. @param {Page} page @param {string} label */
    async function press(page, label) {
      const { actions } = await waitForCard(page, browserName);
      assert.ok(actions.includes(label), `${label} is not among ${actions}`);
      for (let count = 0; count <= actions.indexOf(label); count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }

    /** @param {Page} page @param {'quote' | 'speaker' | 'date'} layer @param {number} index */
    async function pointAt(page, layer, index) {
      const { x, y } = await placeOf(page, layer, index);
      await page.mouse.move(5, 5);
      await page.mouse.move(x, y, { steps: 2 });
      return { x, y };
    }

    test('of a quotation it says who, by which words, when, and how sure', () => onPage('/story', async (page) => {
      await pointAt(page, 'quote', 0);
      const { label, title, subtitle, details, actions, count } = await waitForCard(page, browserName);
      assert.deepEqual({ label, title, subtitle, details, actions, count }, {
        label: 'Said by', title: 'Teodor Vask', subtitle: 'Mayor',
        details: { 'In the text': '“Teodor Vask said”', 'When': 'Thursday, March 13, 2025', 'How sure': 'very sure' },
        actions: ['Copy citation', 'Copy link', '‹', '›', 'All by this speaker', 'Wrong?'], count: '1 of 2',
      });
    }));

    for (const [name, path, host] of /** @type {[string, string, string][]} */ ([
      ['a page', '/story', '127.0.0.1'], ['a page that allows nothing', '/strict', '127.0.0.1'], ['a page that came without encryption', '/story', plainHost],
      ['a page that came without encryption and allows nothing', '/strict', plainHost],
    ])) {
      test(`citation and link are copied on ${name}`, () => onPage(path, async (page) => {
        await pressKeys(launched, page, 'next');
        await press(page, 'Copy citation');
        await waitForCard(page, browserName, ({ told }) => told === 'Citation copied');
        assert.match(await pasted(launched), /^Teodor Vask, Mayor: “We are not moving from this island,” “Ferry to stay, says the island's mayor”, [\w.]+, March 14, 2025, accessed [A-Z][a-z]+ \d+, \d+\. http:\/\/[\w.]+:\d+\/\w+#:~:text=%E2%80%9Cwe\S+$/);
        await page.bringToFront();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await waitForCard(page, browserName, ({ told }) => told === 'Link to these words copied');
        assert.match(await pasted(launched), new RegExp(`^http://${host}:\\d+${path}#:~:text=%E2%80%9Cwe\\S+$`));
      }, host));
    }

    for (const [name, path] of /** @type {const} */ ([['half a character', '/half'], ['fields that hide members of their form', '/form']])) {
      test(`a link is copied all the same where the words hold ${name}`, () => onPage(path, async (page) => {
        await pressKeys(launched, page, 'next');
        await press(page, 'Copy link');
        await waitForCard(page, browserName, ({ told }) => told === 'Link to these words copied');
        // Firefox hides no members, and puts a sign of its own for half a character.
        assert.match(await pasted(launched), browserName === 'firefox' ? /#:~:text=/ : new RegExp(`^http://127\\.0\\.0\\.1:\\d+${path}$`));
      }));
    }

    test('a page adds nothing to what is copied', () => onPage('/copies', async (page) => {
      await pressKeys(launched, page, 'next');
      await press(page, 'Copy citation');
      await waitForCard(page, browserName, ({ told }) => told === 'Citation copied');
      const copied = await pastedAs(launched);
      assert.match(copied['text/plain'] ?? '', /^Teodor Vask, Mayor: /);
      assert.deepEqual(Object.keys(copied), ['text/plain']);
    }, plainHost));

    test('where the browser lets nothing be copied, the text is offered to be copied by hand', async () => {
      const { page } = await openPage(launched);
      // The demo page runs the same code in a world of its own, where copying can be taken away.
      await page.evaluateOnNewDocument(`
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      `);
      await page.goto(demo.address);
      await waitForPainted(page);
      await pointAt(page, 'quote', 1);
      const { x, y } = await placeOf(page, 'quote', 1);
      await page.mouse.click(x, y);
      await waitForCard(page, browserName);
      const box = await cardBox(page);
      await page.mouse.click(box.left + 140, box.bottom - 56);
      await waitForCard(page, browserName, ({ told }) => /^The browser does not let it be copied here/.test(told));
      await page.close();
    });

    test('next and previous go round the statements of the speaker', () => onPage('/story', async (page) => {
      await pressKeys(launched, page, 'next');
      await press(page, '›');
      await waitForCard(page, browserName, ({ title, count }) => title === 'Teodor Vask' && count === '2 of 2');
      assert.ok(await page.evaluate(() => scrollY > 0), 'the page was scrolled to it');
      await page.keyboard.press('Enter');
      await waitForCard(page, browserName, ({ count }) => count === '1 of 2');
    }));

    test('a split quotation is one statement, also where the card counts', () => onPage('/split', async (page) => {
      await waitForPainted(page, ({ length }) => length === 4);
      const says = (/** @type {string} */ count) => waitForCard(page, browserName, (card) => card.title === 'Teodor Vask' && card.count === count);
      for (const index of [0, 1]) {
        await pointAt(page, 'quote', index);
        await says('1 of 2');
        await page.mouse.move(5, 5);
      }
      await pressKeys(launched, page, 'next');
      await press(page, '›');
      await says('2 of 2');
      await page.keyboard.press('Enter');
      await says('1 of 2');
    }));

    test('of a speaker it counts the mentions and steps through them', () => onPage('/story', async (page) => {
      await pointAt(page, 'speaker', 0);
      const { label, title, details, actions, count } = await waitForCard(page, browserName);
      assert.deepEqual({ label, title, mentioned: details.Mentioned, actions, count }, {
        label: 'Speaker', title: 'Teodor Vask', mentioned: '3 times', actions: ['‹', '›', 'All by this speaker'], count: '2 of 3',
      });
      const box = await cardBox(page);
      const lit = () => page.evaluate(() => [...(CSS.highlights.get('verbatim-spotlight') ?? [])].map(String));
      await page.mouse.move(box.left + 94, box.bottom - 22, { steps: 4 });
      // From the second mention to the third, at the end of the page, and round to the first, in the headline or before.
      await page.mouse.click(box.left + 94, box.bottom - 22);
      // The light goes out soon: it is looked for first.
      await becomes(lit, ['Vask']);
      await waitForCard(page, browserName, ({ count }) => count === '3 of 3');
      assert.ok(await page.evaluate(() => scrollY > 0));
    }));

    test('of a date it saves a file for calendars', () => onPage('/story', async (page) => {
      const { x, y } = await pointAt(page, 'date', 0);
      const card = await waitForCard(page, browserName, ({ label }) => label === 'Date');
      assert.deepEqual(card.actions, ['Add to calendar', 'Why this day?']);
      assert.deepEqual(card.details, { 'In the text': '“Thursday”', 'From publication': 'the day before' });
      // The card stands below its words, and its button at its lower left.
      const box = await cardBox(page);
      assert.ok(box.top > y && box.left <= x, JSON.stringify({ box, x, y }));
      await page.mouse.move(box.left + 40, box.bottom - 22, { steps: 5 });
      await page.mouse.click(box.left + 40, box.bottom - 22);
      const { name, text } = await downloads.take(/\.ics$/);
      assert.equal(name, '2025-03-13.ics');
      const event = new ICAL.Event(/** @type {ICAL.Component} */ (new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')));
      assert.equal(event.startDate.toString(), '2025-03-13');
      await waitForCard(page, browserName, ({ told }) => told === 'Calendar file saved');
    }));

    test('of a date it says what decided it when it is asked', () => onPage('/story', async (page) => {
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, (card) => card.label === 'Said by');
      for (const label of ['Speaker', 'Date']) {
        await page.keyboard.press('ArrowRight');
        await waitForCard(page, browserName, (card) => card.label === label);
      }
      await press(page, 'Why this day?');
      const { details } = await waitForCard(page, browserName, ({ details }) => 'Decided by' in details);
      assert.deepEqual(details, { 'In the text': '“Thursday”', 'From publication': 'the day before', 'Counted from': 'publication on March 14, 2025', 'Decided by': '“said”' });
    }));

    test('it shows where the window is emulated with two pixels for one', () => onPage('/story', async (page) => {
      await page.setViewport({ width: 1100, height: 800, deviceScaleFactor: 2 });
      for (const [layer, index, title] of /** @type {const} */ ([['quote', 1, 'Ilse Marrow'], ['speaker', 0, 'Teodor Vask'], ['date', 0, 'Thursday, March 13, 2025']])) {
        await pointAt(page, layer, index);
        await waitForCard(page, browserName, (card) => card.title === title);
      }
      await page.mouse.move(5, 700);
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('the pointer may go into the card, and the card goes when it has left both', () => onPage('/story', async (page) => {
      await pointAt(page, 'quote', 1);
      await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      const box = await cardBox(page);
      await page.mouse.move(box.left + 30, box.top + 20, { steps: 4 });
      await pause(600);
      await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      await page.mouse.move(5, 700, { steps: 4 });
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('from a link in a quotation the keyboard goes into the card, through it, and on', () => onPage('/story', async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'this island');
      const { actions } = await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-verbatim-card')), true);
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'this island', 'Escape gives the keyboard back');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'school');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      for (let count = 0; count <= actions.length; count += 1) await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'school');
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('the keys give the keyboard to the card, and Escape gives it back', () => onPage('/story', async (page) => {
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[href="#two"]')).focus());
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName);
      await becomes(() => page.evaluate(() => document.activeElement?.hasAttribute('data-verbatim-card')), true);
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'school');
    }));

    test('no style of the page reaches it, and nothing of the page covers it', () => onPage('/hostile', async (page) => {
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName);
      const box = await cardBox(page);
      assert.ok(box.width > 200 && box.width < 450 && box.height < 400, JSON.stringify(box));
      assert.equal(await page.evaluate(({ left, top }) => document.elementFromPoint(left + 20, top + 20)?.hasAttribute('data-verbatim-card'), box), true);
    }));

    for (const [index, [name]] of attempts.entries()) {
      test(`a page does not get into it by ${name}`, () => onPage(`/reaching/${index}`, async (page) => {
        for (const [quote, speaker] of /** @type {const} */ ([[1, 'Ilse Marrow'], [0, 'Teodor Vask']])) {
          await pointAt(page, 'quote', quote);
          await waitForCard(page, browserName, ({ title }) => title === speaker);
          const { width } = await cardBox(page);
          assert.ok(width > 200, 'it is seen');
          await page.evaluate(() => dispatchEvent(new Event('seen')));
          await pause(400);
        }
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).reached), []);
      }));
    }

    test('a page neither shows it nor hides it', () => onPage('/story', async (page) => {
      const { x, y } = await placeOf(page, 'quote', 0);
      /** @param {number} x @param {number} y */
      const pretend = (x, y) => page.evaluate((x, y) => {
        const where = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse' };
        const target = document.elementFromPoint(x, y) ?? document.documentElement;
        for (const type of ['pointerover', 'pointermove', 'pointerleave']) target.dispatchEvent(new PointerEvent(type, where));
        document.documentElement.dispatchEvent(new PointerEvent('pointerleave', where));
        for (const type of ['mousemove', 'click']) target.dispatchEvent(new MouseEvent(type, where));
        for (const key of ['Escape', 'ArrowRight', 'Tab']) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
        document.querySelector('a')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      }, x, y);
      await pretend(x, y);
      await pause(700);
      assert.ok(!(await readCard(page, browserName))?.title, 'it is not shown');
      await page.mouse.move(5, 5);
      await page.mouse.move(x, y, { steps: 2 });
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await pretend(5, 700);
      await pause(700);
      assert.equal((await readCard(page, browserName))?.title, 'Teodor Vask');
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('its buttons are pressed by the reader alone', async () => {
      const { page } = await openPage(launched);
      // The demo page runs the same code where a test can look into the card.
      await page.evaluateOnNewDocument(openShadowTrees);
      await page.goto(demo.address);
      await waitForPainted(page);
      const { x, y } = await placeOf(page, 'quote', 1);
      await page.mouse.click(x, y);
      const { title, count } = await waitForCard(page, browserName);
      await page.evaluate(() => {
        const buttons = document.querySelector('[data-verbatim-card]')?.shadowRoot?.querySelectorAll('button') ?? [];
        if (buttons.length === 0) throw new Error('there are no buttons');
        for (const button of buttons) button.click();
      });
      await pause(300);
      const before = await readCard(page, browserName);
      assert.deepEqual([before?.told, before?.title, before?.count], ['', title, count]);
      await press(page, 'Copy link');
      await waitForCard(page, browserName, ({ told }) => told !== '');
      await page.close();
    });

    if (browserName === 'firefox') {
      test('where the panel cannot be opened, all the speaker’s words are lit on the page', () => onPage('/story', async (page) => {
        await pressKeys(launched, page, 'next');
        await press(page, 'All by this speaker');
        await waitForCard(page, browserName, ({ told }) => told === '2 statements lit on this page');
        const lit = () => page.evaluate(() => [...(CSS.highlights.get('verbatim-spotlight') ?? [])].map(String));
        assert.deepEqual(await lit(), ['“We are not moving from this island,”', '“There will be a vote before the summer break,”']);
        await page.keyboard.press('Escape');
        await waitForCard(page, browserName, ({ title }) => title === '');
        assert.deepEqual(await lit(), [], 'they go out with the card');
      }));
    }

    test('axe finds nothing to object to', async () => {
      const { page } = await openPage(launched);
      // The demo page runs the same code where a test can look into the card.
      await page.evaluateOnNewDocument(openShadowTrees);
      await page.goto(demo.address);
      await waitForPainted(page);
      await page.evaluate(axe);
      for (const scheme of browserName === 'chromium' ? ['light', 'dark'] : ['as it is']) {
        if (browserName === 'chromium') {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          // The page is painted anew, which closes the card.
          await page.waitForFunction((isDark) => [...CSS.highlights.keys()].some((name) => name.endsWith('-dark')) === isDark, {}, scheme === 'dark');
        }
        for (const layer of /** @type {const} */ (['quote', 'speaker', 'date'])) {
          await pointAt(page, layer, 3);
          await waitForCard(page, browserName);
          await pause(200);
          const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run('[data-verbatim-card]', { resultTypes: ['violations'] }));
          assert.deepEqual(found.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html)}`), [], `${scheme}, ${layer}`);
          await page.keyboard.press('Escape');
        }
      }
      await page.close();
    });
  });
}

/** Where the open card is in the window: found by looking from point to point, for its elements are out of reach. @param {Page} page */
function cardBox(page) {
  return page.evaluate(() => {
    const step = 4;
    let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
    for (let y = 0; y < innerHeight; y += step) {
      for (let x = 0; x < innerWidth; x += step) {
        if (!document.elementFromPoint(x, y)?.hasAttribute('data-verbatim-card')) continue;
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  });
}
