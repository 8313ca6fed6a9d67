// The gate: a page without an article gets no content script until it holds one, or until somebody wants to talk to it.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { chooseFromMenu, endBackground, openPopup, pressKeys, readButton } from './support/controls.mjs';
import { painted, placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openPanel, tabOf } from './support/panel.mjs';
import { openScreen, until, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { eventually, pause } from './support/waiting.mjs';

/** Long enough for anything that is going to happen to have happened. */
const settled = 700;

const html = (/** @type {string} */ body, language = 'en') => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`;
const teasers = Array.from({ length: 12 }, (_, index) => `<section><h2><a href="/${index}">Road ${index} is open</a></h2><p>“Road ${index} is open,” said Ilse Marrow.</p></section>`).join('');
const article = `<article><h1>Ferry to stay</h1><p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school.</p></article>`;
const norwegian = `<article><h1>Ferja blir</h1>${`<p>“Vi flytter oss ikke,” sa ordfører Teodor Vask på torsdag, og la til at ferja skal gå som før gjennom hele vinteren for alle.</p>`.repeat(6)}<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p></article>`;
const mislabelled = `<article><h1>Ferry to stay</h1>${'<p>The council of the island met on Thursday and decided that the ferry would stay as it was for the winter, and that nobody had to move to the other side.</p>'.repeat(4)}<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p><p>“It is our road,” said Ilse Marrow, who runs the school.</p></article>`;
const quotes = ['“We are not moving,”', '“It is our road,”'];

const pages = new Map(Object.entries({
  '/teasers': html(teasers),
  '/empty': html('<main></main>'),
  '/shop': html('<main><h1>Boots</h1><ul><li>“Very good boots,” said a customer.</li><li>12 May</li></ul></main>'),
  '/article': html(article),
  '/norwegian': html(norwegian, 'nb'),
  '/mislabelled': html(mislabelled, 'nb'),
  '/framed': html('<iframe src="/article"></iframe>'),
}));

/** Whether each page is given the content script. */
const given = new Map(Object.entries({ '/teasers': false, '/empty': false, '/shop': false, '/article': true, '/mislabelled': true, '/norwegian': false, '/framed': false }));

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(pages);
    const launched = useBrowser(browserName);
    /** @type {import('puppeteer-core').Page} */
    let options;
    before(async () => {
      options = await openScreen(launched, 'options');
    });

    /** @param {string} path */
    async function open(path) {
      const opened = await openPage(launched);
      await opened.page.bringToFront();
      await opened.page.goto(`${server.address}${path}`);
      return opened;
    }

    /** How the content script of a page says that it stands, or null where there is none. @param {import('puppeteer-core').Page} page */
    async function stageOf(page) {
      const tab = await tabOf(options, page.url());
      return options.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: 'state?' }, { frameId: 0 }).then(({ stage }) => stage, () => null), tab);
    }

    for (const [path, expected] of given) {
      test(`${path}: ${expected ? 'given' : 'not given'} the content script`, async () => {
        const { page, complaints } = await open(path);
        if (expected) await waitForPainted(page, (texts) => texts.length === quotes.length);
        await pause(settled);
        assert.equal(await stageOf(page) !== null, expected);
        assert.deepEqual(complaints.filter((complaint) => !complaint.includes('favicon')), []);
        await page.close();
      });
    }

    test('an article in a frame of the same site is read, though the page around it is not', async () => {
      const { page } = await open('/framed');
      const frame = page.frames().find((frame) => frame.url().endsWith('/article'));
      assert.ok(frame);
      await eventually(() => frame.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('verbatim-quote'))), Boolean, () => 'nothing is marked in the frame');
      await page.close();
    });

    test('scripts that come to a page again run once', async () => {
      const { page, complaints } = await open('/article');
      await waitForPainted(page, (texts) => texts.length === quotes.length);
      const tab = await tabOf(options, page.url());
      await options.evaluate(async (tabId) => {
        for (let time = 0; time < 2; time += 1) await chrome.scripting.executeScript({ target: { tabId }, files: ['/content/gate.js', '/content/content.js', '/content/later.js'] });
      }, tab);
      await page.evaluate(() => document.querySelector('article')?.append('“There is more,” Vask said.'));
      await waitForPainted(page, (texts) => texts.length === quotes.length + 1);
      const { x, y } = await placeOf(page, 'quote', 0);
      await page.mouse.move(x, y, { steps: 2 });
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      assert.equal(await page.evaluate(() => document.querySelectorAll('[data-verbatim-card]').length), 1);
      // Not by the keys: Chromium does not start a background again, later, that a debugger once held.
      const toggle = () => options.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: 'toggle' }, { frameId: 0 }), tab);
      await toggle();
      await waitForPainted(page, (texts) => texts.length === 0);
      await toggle();
      await waitForPainted(page, (texts) => texts.length === quotes.length + 1);
      assert.deepEqual(complaints.filter((complaint) => !complaint.includes('favicon')), []);
      await page.close();
    });

    test('what is changed in the settings while the background has ended reaches pages that are open', async () => {
      const { page } = await open('/article');
      await waitForPainted(page, (texts) => texts.length === quotes.length);
      for (const [sitesOff, marked] of /** @type {[string[], number][]} */ ([[[new URL(server.address).hostname], 0], [[], quotes.length]])) {
        await endBackground(launched);
        await writeStore(options, { sitesOff });
        await waitForPainted(page, (texts) => texts.length === marked);
      }
      await page.close();
    });

    /** In how many frames of a page, it counted as one, the gate is. @param {import('puppeteer-core').Page} page */
    async function countGates(page) {
      const tab = await tabOf(options, page.url());
      return options.evaluate(async (tabId) => {
        const answers = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 'verbatimGate' in globalThis });
        return answers.filter(({ result }) => result).length;
      }, tab);
    }

    test('frames that the page fills have no gate until one that is large enough holds an article', async () => {
      const { page } = await open('/article');
      await waitForPainted(page, (texts) => texts.length === quotes.length);
      await page.evaluate((article) => {
        for (const [index, html] of ['<p>“The best lamp of all,” says Vask.</p>', article].entries()) {
          const frame = document.createElement('iframe');
          frame.id = `frame-${index}`;
          if (html === article) Object.assign(frame, { width: '300', height: '600' });
          frame.srcdoc = html;
          document.querySelector('article')?.after(frame);
        }
      }, article);
      await pause(settled);
      assert.equal(await countGates(page), 1);
      await page.evaluate((article) => {
        const { body } = /** @type {HTMLIFrameElement} */ (document.querySelector('#frame-0')).contentDocument ?? {};
        if (body) body.innerHTML = article;
      }, article);
      await eventually(() => countGates(page), (count) => count > 1, () => 'the article in the frame has no gate');
      await page.close();
    });

    test('of a great many frames that the page fills with articles only the first ones have the gate', async () => {
      const { page } = await open('/article');
      await page.evaluate((article) => {
        for (let index = 0; index < 60; index += 1) {
          const frame = document.createElement('iframe');
          // As many within the first of them.
          frame.srcdoc = index > 0 ? article : `${article}${'<iframe srcdoc="<article><h1>Ferry</h1><p>“We go,” she said.</p></article>"></iframe>'.repeat(20)}`;
          document.body.append(frame);
        }
      }, article);
      await waitForPainted(page, (texts) => texts.length === quotes.length);
      await eventually(() => countGates(page), (count) => count >= 11, () => 'the first frames have no gate');
      await pause(2 * settled);
      assert.equal(await countGates(page), 11);
      await page.evaluate(() => {
        document.querySelectorAll('iframe').forEach((frame, index) => {
          if (index < 30) frame.remove();
        });
      });
      await eventually(() => countGates(page), (count) => count >= 11, () => 'those that come in their place have no gate');
      await page.close();
    });

    /** What makes an article of a page that was none. @type {Record<string, (article: string) => void>} */
    const arrivals = {
      'a view that takes the place of another': (article) => {
        document.body.innerHTML = article;
        history.pushState(null, '', '/teasers#article');
      },
      'paragraphs that come one by one': () => {
        document.body.innerHTML = '<main><h1>Ferry to stay</h1></main>';
        const lines = ['“We are not moving,” Mayor Teodor Vask said on Thursday.', '“It is our road,” said Ilse Marrow, who runs the school.'];
        const rest = 'The council of the island met again this spring, and the room was too small for all who had come to listen to it.';
        [...lines, rest, rest, rest, rest].forEach((line, index) => setTimeout(() => {
          const paragraph = document.createElement('p');
          paragraph.textContent = line.padEnd(100, ' and that was all').slice(0, 120);
          document.querySelector('main')?.append(paragraph);
        }, index * 150));
      },
      'a text that grows in its place': () => {
        document.body.innerHTML = '<main><h1>Ferry to stay</h1><p>…</p></main>';
        const text = document.querySelector('p')?.firstChild;
        setTimeout(() => {
          if (text) text.nodeValue = `“We are not moving,” Mayor Teodor Vask said on Thursday. “It is our road,” said Ilse Marrow, who runs the school. ${'The council of the island met again this spring. '.repeat(8)}`;
        }, 300);
      },
      'an article that was hidden': (article) => {
        document.body.innerHTML = `<div hidden></div>`;
        setTimeout(() => {
          const box = document.querySelector('div');
          if (box) box.innerHTML = article;
          box?.removeAttribute('hidden');
        }, 300);
      },
    };
    for (const [name, arrive] of Object.entries(arrivals)) {
      test(`becomes an article later: ${name}`, async () => {
        const { page, complaints } = await open('/teasers');
        await pause(settled);
        assert.equal(await stageOf(page), null);
        await page.evaluate(arrive, article);
        assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }

    test('the background is ended just before an article comes', async () => {
      const { page } = await open('/teasers');
      await pause(settled);
      await endBackground(launched);
      await page.evaluate((article) => {
        document.body.innerHTML = article;
      }, article);
      assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
      await page.close();
    });

    test('the popup says that there is no article, and reads the one that comes', async () => {
      const { page } = await open('/teasers');
      await pause(settled);
      const popup = await openPopup(launched, page);
      await eventually(popup.text, (text) => text.includes('No English article was found'));
      assert.equal(await stageOf(page), 'none');
      await page.evaluate((article) => {
        document.body.innerHTML = article;
      }, article);
      assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
      await page.close();
    });

    for (const [path, expected] of Object.entries({ '/norwegian': ['“We are not moving,”'], '/shop': ['“Very good boots,”'], '/empty': [] })) {
      test(`${path}: read all the same, if the user asks for it`, async () => {
        const { page, complaints } = await open(path);
        await pause(settled);
        const tab = await tabOf(options, page.url());
        await options.evaluate(async (tabId) => {
          await chrome.scripting.executeScript({ target: { tabId }, files: ['/content/gate.js', '/content/content.js'] });
          await chrome.tabs.sendMessage(tabId, { type: 'readAnyway' }, { frameId: 0 });
        }, tab);
        await waitForPainted(page, (texts) => expected.every((text) => texts.includes(text)));
        await options.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: 'readAnyway' }, { frameId: 0 }), tab);
        await pause(settled);
        const texts = await painted(page, 'quote');
        assert.deepEqual(expected.filter((text) => !texts.includes(text)), []);
        assert.deepEqual(complaints.filter((complaint) => !complaint.includes('favicon')), []);
        await page.close();
      });
    }

    test('the panel says that there is no article', async () => {
      const { page } = await open('/teasers');
      await pause(settled);
      const panel = await openPanel(launched, page);
      await until(panel, () => /No English article/.test(document.body.innerText));
      await page.evaluate((article) => {
        document.body.innerHTML = article;
      }, article);
      await until(panel, () => document.body.innerText.includes('We are not moving'));
      await panel.close();
      await page.close();
    });

    test('the keys turn the site off and on', async () => {
      const { page } = await open('/teasers');
      await pause(settled);
      await pressKeys(launched, page, 'toggle');
      await pause(settled);
      const other = await open('/article');
      await pause(settled);
      assert.deepEqual(await painted(other.page, 'quote'), []);
      await pressKeys(launched, page, 'toggle');
      assert.deepEqual(await waitForPainted(other.page, (texts) => texts.length === quotes.length), quotes);
      await other.page.close();
      await page.close();
    });

    test('a question about selected words is answered', async () => {
      const { page } = await open('/shop');
      await pause(settled);
      await page.evaluate(() => {
        const text = document.querySelector('li')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 1, text, 9);
      });
      await chooseFromMenu(launched, page, 'ask');
      await waitForCard(page, browserName, ({ title }) => title === 'Speaker not found');
      await page.close();
    });

    if (browserName === 'chromium') {
      /** What the toolbar button says on a page without an article, by the settings. @type {[name: string, settings: Record<string, unknown>, title: string][]} */
      const standings = [
        ['off for the site', { sitesOff: ['127.0.0.1'] }, 'Verbatim is off for this site: turn on'],
        ['off everywhere', { on: false }, 'Verbatim is off for this site: turn on'],
        ['waiting', { mode: 'click' }, 'Verbatim reads this page when you say so'],
        ['waiting elsewhere', { mode: 'click', sitesOn: ['127.0.0.1'] }, 'Verbatim: turn off for this site'],
        ['on', {}, 'Verbatim: turn off for this site'],
      ];
      for (const [name, settings, title] of standings) {
        test(`the toolbar button shows it: ${name}`, async () => {
          await writeStore(options, settings);
          await pause(settled);
          const { page } = await open('/teasers');
          await page.bringToFront();
          await pause(settled);
          assert.equal((await readButton(launched)).title, title);
          await page.close();
        });
      }
    }
  });
}
