// Writes the results of the pages harness: a table with one line for each page, the errors, and contact sheets of screenshots.

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** @import { Visit } from './visit.mjs' */

/** The longest description of an error, in characters. */
const longestDetail = 2_000;

/**
 * @param {string} folder
 * @param {Visit[]} visits
 */
export function writeTable(folder, visits) {
  const columns = /** @type {const} */ ([
    'number', 'site', 'browser', 'errors', 'found', 'anchored', 'lost', 'inBody', 'missed', 'outside', 'outsideArticle', 'firstHighlight', 'unchanged', 'published',
  ]);
  const lines = visits.map((visit) => columns.map((column) => {
    const value = visit[column];
    if (Array.isArray(value)) return value.length;
    return typeof value === 'number' ? Math.round(value) : value ?? '';
  }).join('\t'));
  writeFileSync(join(folder, 'pages.tsv'), `${[columns.join('\t'), ...lines].join('\n')}\n`);
  const details = visits.flatMap((visit) => /** @type {const} */ (['errors', 'changes', 'lost', 'missed', 'outside']).flatMap((column) => (
    visit[column].map((text) => [visit.number, visit.site, visit.browser, column, text.replace(/\s+/g, ' ').slice(0, longestDetail)].join('\t')))));
  writeFileSync(join(folder, 'wrong.tsv'), `${details.join('\n')}\n`);
}

/**
 * @param {Visit[]} visits of one browser
 */
export function summary(visits) {
  const sum = (/** @type {(visit: Visit) => number} */ value) => visits.reduce((total, visit) => total + value(visit), 0);
  const known = visits.filter(({ inBody }) => inBody !== null);
  const inBody = known.reduce((total, visit) => total + (visit.inBody ?? 0), 0);
  const missed = known.reduce((total, visit) => total + visit.missed.length, 0);
  const outside = known.reduce((total, visit) => total + visit.outside.length, 0);
  const outsideArticle = known.reduce((total, visit) => total + visit.outsideArticle.length, 0);
  const onKnown = known.reduce((total, visit) => total + visit.anchored, 0);
  const times = visits.flatMap(({ firstHighlight }) => (firstHighlight === null ? [] : [firstHighlight]));
  return [
    `${visits.length} pages, ${sum(({ errors }) => errors.length)} errors, ${visits.filter(({ unchanged }) => !unchanged).length} pages changed`,
    `${sum(({ found }) => found)} quotations found, ${sum(({ anchored }) => anchored)} anchored, ${sum(({ lost }) => lost.length)} lost`,
    `of ${inBody} quotations in the body texts of ${known.length} pages ${share(inBody - missed, inBody)} highlighted`,
    `of ${onKnown} highlighted there ${share(outside, onKnown)} are not in the body text, ${share(outsideArticle, onKnown)} without headlines and captions`,
    `first highlight after ${format(quantile(times, 0.5))} ms at the median, ${format(quantile(times, 0.95))} ms at p95`,
  ];
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return `${part} (${(100 * part / Math.max(whole, 1)).toFixed(1)} %)`;
}

/** @param {number[]} values @param {number} q */
export function quantile(values, q) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** @param {number} value */
export function format(value) {
  return value.toFixed(value < 10 ? 2 : 0);
}

/** The pictures in a row of a sheet, and on a whole sheet. */
const columnsOfSheet = 6;
const picturesOfSheet = 12;

/**
 * Arranges the screenshots on contact sheets.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} folder
 * @param {string[]} pictures
 */
export async function writeContactSheets(browser, folder, pictures) {
  const figure = (/** @type {string} */ path) => `<figure><img src="${path.slice(folder.length + 1)}"><figcaption>${basename(path, '.jpeg')}</figcaption></figure>`;
  const style = `<style>body{display:grid;grid-template-columns:repeat(${columnsOfSheet},1fr);gap:6px;margin:6px;font:12px sans-serif}figure{margin:0}img{width:100%}</style>`;
  writeFileSync(join(folder, 'contact-sheet.html'), `<!doctype html><meta charset="utf-8">${style}${pictures.map(figure).join('\n')}`);
  const page = await browser.newPage();
  await page.setViewport({ width: 1800, height: 1200 });
  for (let start = 0; start < pictures.length; start += picturesOfSheet) {
    const sheet = join(folder, 'sheet.html');
    writeFileSync(sheet, `<!doctype html><meta charset="utf-8">${style}${pictures.slice(start, start + picturesOfSheet).map(figure).join('\n')}`);
    await page.goto(`file://${sheet}`);
    await page.screenshot({ path: /** @type {`${string}.png`} */ (join(folder, `sheet-${start / picturesOfSheet}.png`)), fullPage: true });
  }
  await page.close();
}
