// What a page with running scripts does by itself: visits without the extension, for comparison with one with it.

import { pause } from '../../tests/browser/support/highlights.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */

/**
 * The observations of one visit.
 * @typedef {object} Seen
 * @property {string} html
 * @property {string[]} complaints from any source: errors and console messages
 */

/** The most visits. This many usually reveal what a page changes at random. */
const fewestVisits = 2;
const mostVisits = 5;

/**
 * The contents and complaints that occur only with the extension, or only without it.
 * @param {Seen} withUs
 * @param {() => Promise<Seen>} visitWithout
 * @returns {Promise<string[]>}
 */
export async function differences(withUs, visitWithout) {
  /** @type {Seen[]} */
  const without = [];
  /** @type {string[]} */
  let found = [];
  while (without.length < mostVisits) {
    without.push(await visitWithout());
    if (without.length < fewestVisits) continue;
    found = compare(withUs, without);
    if (found.length === 0) break;
  }
  return found;
}

/**
 * @param {Seen} withUs
 * @param {Seen[]} without
 */
function compare(withUs, without) {
  const ours = piecesOf(withUs.html);
  const theirs = without.map(({ html }) => piecesOf(html));
  const always = [...theirs[0] ?? []].filter((piece) => theirs.every((pieces) => pieces.has(piece)));
  const ever = new Set(theirs.flatMap((pieces) => [...pieces]));
  // Differences between visits without the extension are noise: random names, loading order.
  const constant = new Set(always);
  const byChance = new Set([...ever].filter((piece) => !constant.has(piece)).map(shapeOf));
  const said = new Set(without.flatMap(({ complaints }) => complaints.map(withoutChance)));
  return [
    ...[...ours].filter((piece) => !ever.has(piece) && !byChance.has(shapeOf(piece))).map((piece) => `only with: ${piece}`),
    ...always.filter((piece) => !ours.has(piece) && !byChance.has(shapeOf(piece))).map((piece) => `only without: ${piece}`),
    ...withUs.complaints.map(withoutChance).filter((complaint) => !said.has(complaint)).map((complaint) => `complained: ${complaint}`),
  ];
}

/** The distinct tags and texts of a page. @param {string} html */
function piecesOf(html) {
  return new Set(html.split(/(?<=>)|(?=<)/).map((piece) => withoutNumbers(piece.trim())).filter(Boolean));
}

/** Masks numbers and hexadecimal strings, which are times, sizes and random names. @param {string} text */
function withoutNumbers(text) {
  return text.replace(/\b[\da-f]{8,}\b|\d+/gi, '#');
}

/** Removes the queries of addresses, which contain random names. @param {string} complaint */
function withoutChance(complaint) {
  return withoutNumbers(complaint.replace(/\?\S*/g, '?'));
}

/** An element with the names of its attributes, or text. @param {string} piece */
function shapeOf(piece) {
  const tag = /^<\/?[\w:-]+/.exec(piece)?.[0];
  if (!tag) return 'text';
  return [tag, ...[...piece.matchAll(/\s([\w:-]+)=/g)].map(([, name]) => name).sort()].join(' ');
}

/**
 * Opens a page whose scripts can redirect the browser to an unreachable address, in which case the page stays.
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 */
export async function open(page, address) {
  const { host } = new URL(address);
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
  } catch (error) {
    await page.waitForFunction((host) => location.host === host && document.readyState !== 'loading', { timeout: 3_000 }, host).catch(() => {
      throw error;
    });
  }
}

/**
 * Visits a page in a browser without the extension.
 * @param {Launched} launched
 * @param {string} address
 * @param {number} stay milliseconds after the HTML was parsed
 * @returns {Promise<Seen>}
 */
export async function seeWithout({ browser }, address, stay) {
  const page = await browser.newPage();
  const complaints = gatherComplaints(page);
  try {
    await open(page, address);
    await pause(stay);
    return { html: await page.evaluate(() => document.documentElement.outerHTML), complaints };
  } finally {
    await page.close();
  }
}

/** @param {import('puppeteer-core').Page} page @returns {string[]} collects complaints as they occur */
export function gatherComplaints(page) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
