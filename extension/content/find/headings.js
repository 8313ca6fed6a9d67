// Which heading is the headline of the page.

/** A shorter heading that the page's title holds may be the name of the site. */
const shortestTitle = 14;

/** The first of the headings that a page's title repeats. @param {string} title @param {Element[]} headings */
export function repeatedIn(title, headings) {
  const letters = lettersOf(title);
  return headings.find(({ textContent }) => lettersOf(textContent).length > shortestTitle && letters.includes(lettersOf(textContent)));
}

/** Letters and digits alone, so that spaces and kinds of quotation marks do not matter. @param {string | null} text */
function lettersOf(text) {
  return (text ?? '').toLowerCase().replace(/[^a-z0-9\u00c0-\uffff]+|[\u2000-\u206f]/g, '');
}
