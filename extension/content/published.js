// The day on which the article was published. Pages say it in many places, not all of them truthfully, so what most of them
// agree on decides; where they say too little, the day is unknown and stays so.

import { addressSignals } from './published/address.js';
import { datelineSignals } from './published/dateline.js';
import { linkedDataSignals } from './published/linked-data.js';
import { markedSignals, metaSignals } from './published/metadata.js';
import { agreedDay } from './published/signals.js';

/** @import { Signal } from './published/signals.js' */

/** A shorter heading that the page's title holds may be the name of the site. */
const shortestTitle = 14;

/**
 * The publication day, `YYYY-MM-DD`, or null where the page does not say.
 * @param {Document} page
 * @param {string} [address] the page's own unless told
 * @returns {string | null}
 */
export function findPublished(page, address = page.location?.href ?? '') {
  return agreedDay(publicationSignals(page, address));
}

/**
 * All signs of the day of publication, the more reliable ones first.
 * @param {Document} page
 * @param {string} address
 * @returns {Signal[]}
 */
export function publicationSignals(page, address) {
  const headline = findHeadline(page);
  return [
    ...metaSignals(page), ...linkedDataSignals(page), ...markedSignals(page, headline), ...datelineSignals(page, headline),
    ...addressSignals(address),
  ];
}

/**
 * The headline: the one that the page's title repeats, for names of sites and sections are first headings too.
 * @param {Document} page
 */
function findHeadline(page) {
  const headlines = [...page.querySelectorAll('h1, [itemprop~="headline"]:not(meta)')].filter((headline) => (
    headline.textContent?.trim() && !headline.closest('nav, footer, aside, [role="navigation"], [hidden]')));
  const title = lettersOf(page.title);
  const repeated = headlines.find((headline) => lettersOf(headline.textContent).length > shortestTitle && title.includes(lettersOf(headline.textContent)));
  return repeated ?? headlines.find((headline) => headline.closest('article, main')) ?? headlines.at(-1) ?? page.querySelector('h2');
}

/** Letters and digits alone, so that spaces and kinds of quotation marks do not matter. @param {string | null} text */
function lettersOf(text) {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
