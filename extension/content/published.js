// The day on which the article was published, as the page writes it.

/** Where pages keep it, the most reliable first. */
const metaSelectors = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[property="og:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished" i]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="cXenseParse:recs:publishtime"]',
  'meta[name="publish-date" i]',
  'meta[name="publishdate" i]',
  'meta[name="publication_date" i]',
  'meta[name="pubdate" i]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="dc.date" i]',
  'meta[name="date" i]',
];

const elementSelectors = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
];

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The publication day, `YYYY-MM-DD`, or null where the page does not say.
 * @param {Document} page
 * @returns {string | null}
 */
export function findPublished(page) {
  return fromMeta(page) ?? fromLinkedData(page) ?? fromElements(page) ?? fromAddress(page.location?.pathname ?? '');
}

/** @param {Document} page */
function fromMeta(page) {
  for (const selector of metaSelectors) {
    const day = readDay(page.querySelector(selector)?.getAttribute('content'));
    if (day) return day;
  }
  return null;
}

/** @param {Document} page */
function fromElements(page) {
  for (const selector of elementSelectors) {
    const element = page.querySelector(selector);
    const day = readDay(element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent);
    if (day) return day;
  }
  return null;
}

/** @param {Document} page */
function fromLinkedData(page) {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const day = dayOfData(JSON.parse(script.textContent ?? ''), 0);
      if (day) return day;
    } catch {
      // A page's broken data is none.
    }
  }
  return null;
}

/**
 * @param {unknown} data
 * @param {number} depth
 * @returns {string | null}
 */
function dayOfData(data, depth) {
  if (data === null || typeof data !== 'object' || depth > 4) return null;
  const own = 'datePublished' in data && typeof data.datePublished === 'string' ? readDay(data.datePublished) : null;
  if (own) return own;
  for (const value of Object.values(data)) {
    const day = dayOfData(value, depth + 1);
    if (day) return day;
  }
  return null;
}

/** Many sites have the day in the address: /2024/05/16/. @param {string} path */
function fromAddress(path) {
  const match = /\/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/.exec(path);
  return match ? day(match[1], match[2], match[3]) : null;
}

/**
 * Reads a day as written: the time zone never moves it, for the article's “Thursday” is the Thursday of its own desk.
 * @param {string | null | undefined} text
 * @returns {string | null}
 */
export function readDay(text) {
  if (!text) return null;
  const numbers = /(?<!\d)(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d{3})/.exec(text);
  if (numbers) return day(numbers[1], numbers[3], numbers[4]);
  const monthFirst = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})\b/.exec(text);
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  return null;
}

/** @param {string | undefined} name */
function monthNumber(name = '') {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/**
 * @param {string | undefined} year
 * @param {string | undefined} month
 * @param {string | undefined} dayOfMonth
 */
function day(year, month, dayOfMonth) {
  const written = `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written) ? written : null;
}
