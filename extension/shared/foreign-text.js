// Text of a page among text of ours: it is not to break lines, to turn the words around it about, or to pass for somebody else's.

/** What is written from right to left turns neighbouring digits and signs about. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** White space collapsed to single spaces, and with it all that ends a line somewhere; without other control characters and marks of direction. @param {string} text */
export function onOneLine(text) {
  return text.replace(/\p{Bidi_Control}+/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A text that leaves the order of what is around it as it is. @param {string} text */
export function isolated(text) {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * The site as it calls itself, with its host: any page may call itself as it likes.
 * @param {{ site: string, url: string }} page
 */
export function siteInWords({ site, url }) {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const short = host.replace(/^www\./, '');
  return host === '' || site === host || site === short ? site : `${isolated(site)} (${short})`;
}
