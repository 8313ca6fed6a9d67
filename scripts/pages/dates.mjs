// Counts how often the day of publication is right, wrong and unknown on the stored pages.

import { join } from 'node:path';
import { launch, root } from '../../tests/browser/support/browsers.mjs';
import { folderAnswer, serve } from '../../tests/browser/support/server.mjs';

/** @import { StoredPage } from './corpus.mjs' */

/**
 * Prints the shares of right, wrong and unknown days, and each day that is not right with the signals found.
 * @param {StoredPage[]} pages
 */
export async function measureDates(pages) {
  const modules = folderAnswer(join(root, 'extension'));
  const server = await serve((path) => (path === '/' ? { body: '<!doctype html><title>Dates</title>' } : modules(path)));
  const { browser } = await launch('chromium', { extension: false });
  const counts = { right: 0, wrong: 0, unknown: 0 };
  try {
    const tab = await browser.newPage();
    await tab.goto(server.address);
    for (const stored of pages) {
      if (stored.date === null) continue;
      const { day, signals } = await tab.evaluate(readDate, stored.html().toString('utf8'), stored.address);
      const outcome = day === stored.date ? 'right' : day === null ? 'unknown' : 'wrong';
      counts[outcome] += 1;
      if (outcome !== 'right') console.log(`  ${outcome.padEnd(7)} ${stored.number} ${stored.site}: ${stored.date}, found ${day}; ${signals.join(', ') || 'no sign'}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const all = counts.right + counts.wrong + counts.unknown;
  const shares = Object.entries(counts).map(([outcome, count]) => `${outcome} ${count} (${(100 * count / all).toFixed(1)} %)`);
  console.log(`day of publication, ${all} pages: ${shares.join(', ')}`);
}

/**
 * Runs in the browser, on a copy of the page that is not displayed.
 * @param {string} html
 * @param {string} address
 */
async function readDate(html, address) {
  const { gatherClues } = await import(/** @type {any} */ ('/content/find/clues.js'));
  const { publicationSignals, publishedOn } = await import(/** @type {any} */ ('/published/published.js'));
  const clues = gatherClues(new DOMParser().parseFromString(html, 'text/html'), address);
  /** @type {import('../../extension/published/signals.js').Signal[]} */
  const signals = publicationSignals(clues);
  return {
    day: /** @type {string | null} */ (publishedOn(clues)),
    signals: signals.map(({ source, day, utc }) => `${source} ${day}${utc === null ? '' : ` (${new Date(utc).toISOString().slice(11, 16)} UTC)`}`),
  };
}
