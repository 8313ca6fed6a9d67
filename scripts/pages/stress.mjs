// Demanding pages: very long ones, one with very many text nodes, one that changes all the time, and a background that ends repeatedly.

import { endBackground } from '../../tests/browser/support/controls.mjs';
import { pause } from '../../tests/browser/support/highlights.mjs';
import { serve } from '../../tests/browser/support/server.mjs';
import { launch } from '../../tests/browser/support/browsers.mjs';
import { format } from './report.mjs';
import { oursIn, record, workOf } from './trace.mjs';

/** @param {string} body */
const html = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta property="article:published_time" content="2025-03-14">
<title>Long</title><body><main><article><h1>The long road</h1>${body}</article></main></body></html>`;

const filler = 'The council of the island met again this spring, and the room was too small for all who had come to listen to what it had to say. ';
const quoted = (/** @type {number} */ index) => `“We have waited for road number ${index},” said Ilse Marrow, who runs the school.`;

const longParagraphs = 10_000;
/** Seventeen words, the spaces between them, and the line break after them. */
const nodesOfParagraph = 34;
const manyParagraphs = Math.ceil(200_000 / nodesOfParagraph);

/** Changes a text, an attribute and an element, 10,000 times per second. */
const restless = `<p id="text">0</p><ul id="list"><li>0</li></ul><script>
const text = document.querySelector('#text').firstChild, list = document.querySelector('#list');
let count = 0;
setInterval(() => { for (let i = 0; i < 40; i += 1) { count += 1; text.data = String(count); list.hidden = count % 2 === 0; list.replaceChildren(document.createElement('li')); } }, 12);
</script>`;

const pages = new Map([
  ['/long', html(Array.from({ length: longParagraphs }, (_, index) => `<p>${filler.repeat(2)}${quoted(index)}</p>`).join('\n'))],
  ['/many', html(Array.from({ length: manyParagraphs }, (_, index) => `<p>${`<span>${quoted(index)} And so on.</span>`.replaceAll(' ', '</span> <span>')}</p>`).join('\n'))],
  ['/restless', html(`<p>${quoted(1)}</p>${restless}`)],
  ['/short', html(`<p>${quoted(1)}</p><p>${quoted(2)}</p>`)],
  ['/front', '<!doctype html><html lang="en"><title>Front</title><body>' + Array.from({ length: 60 }, (_, index) => `<section><h2><a href="/${index}">Road ${index} is open</a></h2><p>${quoted(index)}</p></section>`).join('')],
]);

/** Runs all of them in Chromium and prints the cost. */
export async function measureStress() {
  const server = await serve((path) => {
    const body = pages.get(path);
    return body === undefined ? null : { body };
  });
  const launched = await launch('chromium');
  try {
    for (const [name, path, quotes] of /** @type {const} */ ([['3 MB of text', '/long', longParagraphs], ['200,000 text nodes', '/many', manyParagraphs], ['a front page', '/front', 0]])) {
      const { work, found, time } = await load(launched, `${server.address}${path}`, quotes);
      console.log(`  ${name}: ${found} of ${quotes} highlighted after ${format(time)} ms; script ${format(work.script)} ms, longest slice ${format(work.longest)} ms`);
    }
    await measureRestless(launched, `${server.address}/restless`);
    await measureEnded(launched, `${server.address}/short`);
  } finally {
    await launched.browser.close();
    await server.close();
  }
}

/** @param {import('../../tests/browser/support/browsers.mjs').Launched} launched @param {string} address @param {number} quotes */
async function load(launched, address, quotes) {
  const page = await launched.browser.newPage();
  try {
    let found = 0;
    let time = 0;
    const events = await record(page, async () => {
      await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
      const start = Date.now();
      while (Date.now() - start < (quotes === 0 ? 2_000 : 60_000)) {
        await pause(250);
        found = await page.evaluate(() => [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('verbatim-quote') ? size : 0), 0));
        if (quotes > 0 && found === quotes) break;
      }
      time = Date.now() - start;
    }, { loads: true });
    return { work: workOf(events, oursIn(events)), found, time };
  } finally {
    await page.close();
  }
}

/** @param {import('../../tests/browser/support/browsers.mjs').Launched} launched @param {string} address */
async function measureRestless(launched, address) {
  const page = await launched.browser.newPage();
  await page.goto(address);
  await pause(1_000);
  const events = await record(page, () => pause(10_000));
  const ours = workOf(events, oursIn(events));
  console.log(`  10,000 changes a second: ${format(ours.script / 100)} % of the main thread, longest slice ${format(ours.longest)} ms`);
  await page.close();
}

/** @param {import('../../tests/browser/support/browsers.mjs').Launched} launched @param {string} address */
async function measureEnded(launched, address) {
  let whole = 0;
  const times = 100;
  for (let time = 0; time < times; time += 1) {
    const page = await launched.browser.newPage();
    const ended = pause(Math.random() * 60).then(() => endBackground(launched));
    await page.goto(address);
    await ended;
    for (let wait = 0; wait < 80; wait += 1) {
      if (await page.evaluate(() => [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('verbatim-quote') ? size : 0), 0)) === 2) {
        whole += 1;
        break;
      }
      await pause(100);
    }
    await page.close();
  }
  console.log(`  the background ended ${times} times at random moments: ${whole} pages highlighted in full`);
}
