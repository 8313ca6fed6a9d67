// Measures the contrast of quotations and reported words with their background, with and without marks, as the browsers paint them.
//
// The background colour is that of most pixels of the line in a screenshot, or where a band is, of most of the band; the text colour is the one that the page declares,
// composited over it. This way, the measurement does not depend on what the extension assumes about the page.

import sharp from 'sharp';
import { contrast, over } from '../../extension/settings/colour.js';
import { pause, waitForPainted } from '../../tests/browser/support/highlights.mjs';
import { launchFor, plainSuffix, serveHosts } from './hosts.mjs';

/** @import { Page } from 'puppeteer-core' */
/** @import { Colour } from '../../extension/settings/colour.js' */
/** @import { BrowserName, Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */

/** The minimum contrast of text in WCAG 2.2 (1.4.3). */
const least = 4.5;

/** Stored pages lack the style sheets of their dark themes, so they get this one, with common colours. */
const darkTheme = ':root { background: #16181d !important } * { background-color: transparent !important; color: #c9ccd4 !important } a, a * { color: #8ab4f8 !important }';

/** The most marks to measure on a page, spread over it. */
const mostOfPage = 12;
const settled = 250;
const paintedWithin = 8_000;

/**
 * @typedef {object} Measured
 * @property {string} browser
 * @property {'light' | 'dark'} scheme
 * @property {number} number of the page
 * @property {string} site
 * @property {string} text the beginning of the words
 * @property {number} marked contrast of the words with the marks
 * @property {number} plain and without them
 * @property {string} name of the highlight
 */

/**
 * Measures pages in order until enough of them had quotations.
 * @param {BrowserName} name
 * @param {'light' | 'dark'} scheme
 * @param {StoredPage[]} pages
 * @param {number} enough
 * @returns {Promise<Measured[]>}
 */
export async function measureContrast(name, scheme, pages, enough) {
  const server = await serveHosts({ scripts: false });
  const launched = await launchFor(name, server.port, { preferences: { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 } });
  /** @type {Measured[]} */
  const all = [];
  try {
    for (const stored of pages) {
      if (new Set(all.map(({ number }) => number)).size >= enough) break;
      try {
        const ofPage = await measurePage(launched, scheme, server.addressOf(stored, plainSuffix));
        all.push(...ofPage.map((measured) => ({ browser: name, scheme, number: stored.number, site: stored.site, ...measured })));
      } catch (error) {
        console.log(`  ${name} ${stored.number} ${stored.site}: ${error}`);
      }
    }
  } finally {
    await launched.browser.close();
    await server.close();
  }
  return all;
}

/**
 * @param {Launched} launched
 * @param {'light' | 'dark'} scheme
 * @param {string} address
 */
async function measurePage(launched, scheme, address) {
  const page = await launched.browser.newPage();
  try {
    if (launched.name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    if (scheme === 'dark') await page.evaluateOnNewDocument(darken, darkTheme);
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    await Promise.race([waitForPainted(page).catch(() => {}), pause(paintedWithin)]);
    await pause(settled);
    const places = await page.evaluate(findPlaces, mostOfPage);
    const marked = await shootAll(page, places);
    await page.evaluate(() => CSS.highlights.clear());
    const plain = await shootAll(page, places);
    return places.map(({ text, colour, name }, index) => ({
      text, name, marked: contrastOn(colour, marked[index]), plain: contrastOn(colour, plain[index]),
    })).filter(({ marked, plain }) => !Number.isNaN(marked) && !Number.isNaN(plain));
  } finally {
    await page.close();
  }
}

/** Runs in the page before its own scripts. @param {string} theme */
function darken(theme) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  document.adoptedStyleSheets = [sheet];
}

/**
 * Runs in the page: where the marks are, and the colour of their words.
 * @param {number} most
 */
function findPlaces(most) {
  const opacity = (/** @type {Element} */ element) => {
    let all = 1;
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) all *= Number(getComputedStyle(at).opacity);
    return all;
  };
  const found = [...CSS.highlights].filter(([name]) => /^verbatim-(?:quote|reported)/.test(name)).flatMap(([name, highlight]) => [...highlight].map((range) => ({ name, range })));
  const step = Math.max(1, found.length / most);
  return Array.from({ length: Math.min(most, found.length) }, (_, index) => found[Math.floor(index * step)]).flatMap((chosen) => {
    if (!chosen) return [];
    const live = document.createRange();
    live.setStart(chosen.range.startContainer, chosen.range.startOffset);
    live.setEnd(chosen.range.endContainer, chosen.range.endOffset);
    const element = live.startContainer.parentElement;
    if (!element) return [];
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = [...live.getClientRects()].find(({ width, height }) => width > 20 && height > 6);
    // Anything in front of the words, such as a fixed bar, is not their background.
    const onTop = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!box || !onTop || !(onTop === element || element.contains(onTop) || onTop.contains(element))) return [];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!canvas) return [];
    canvas.fillStyle = getComputedStyle(element).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
    // A band is at the foot of the words.
    const [top, height] = chosen.name.startsWith('verbatim-reported') ? [box.y + box.height * 0.7, box.height * 0.12] : [box.y, box.height];
    return [{
      name: chosen.name, text: live.toString().slice(0, 40), scroll: scrollY, box: { x: box.x, y: top, width: box.width, height },
      colour: { red, green, blue, alpha: (alpha / 255) * opacity(element) },
    }];
  });
}

/** @typedef {Awaited<ReturnType<typeof findPlaces>>[number]} Place */

/**
 * The colour behind each place.
 * @param {Page} page
 * @param {Place[]} places
 * @returns {Promise<(Colour | undefined)[]>}
 */
async function shootAll(page, places) {
  const colours = [];
  for (const { scroll, box } of places) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scroll);
    await pause(60);
    const picture = await page.screenshot();
    const size = await sharp(picture).metadata();
    const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
    const clip = { left, top, width: Math.min(Math.round(box.width), (size.width ?? 0) - left), height: Math.min(Math.round(box.height), (size.height ?? 0) - top) };
    colours.push(clip.width > 0 && clip.height > 0 ? commonest(await sharp(picture).extract(clip).removeAlpha().raw().toBuffer()) : undefined);
  }
  return colours;
}

/** The most frequent colour. @param {Buffer} dots @returns {Colour | undefined} */
function commonest(dots) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at + 2 < dots.length; at += 3) {
    const key = ((dots[at] ?? 0) << 16) | ((dots[at + 1] ?? 0) << 8) | (dots[at + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
  return counts.size > 0 ? { red: key >> 16, green: (key >> 8) & 255, blue: key & 255, alpha: 1 } : undefined;
}

/**
 * @param {Colour} words
 * @param {Colour | undefined} behind
 */
function contrastOn(words, behind) {
  return behind ? contrast(over(words, behind), behind) : NaN;
}

/** @param {Measured[]} measured */
export function contrastSummary(measured) {
  const readable = measured.filter(({ plain }) => plain >= least);
  const lost = readable.filter(({ marked }) => marked < least);
  const lowest = readable.toSorted((one, other) => one.marked - other.marked)[0];
  const pages = new Set(measured.map(({ number }) => number)).size;
  return [
    `${measured.length} marks on ${pages} pages; ${measured.length - readable.length} have less than ${least}:1 by the page's own colours`,
    `of the others ${lost.length} fall below ${least}:1 by their mark; the lowest has ${lowest?.marked.toFixed(2)}:1 (${lowest?.site}, ${lowest?.plain.toFixed(2)}:1 without)`,
    ...lost.map(({ number, site, text, plain, marked, name }) => `  ${number} ${site} “${text}” ${plain.toFixed(2)} → ${marked.toFixed(2)} (${name})`),
  ];
}
