// What pages say of themselves to machines: linked data (JSON-LD with the words of schema.org), which is often broken.

/** Types of schema.org that are the article itself. */
export const articleType = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting)$/;
/** Properties that lead to other articles. */
export const leadsElsewhere = new Set(['itemListElement', 'hasPart', 'isPartOf', 'mentions', 'comment', 'relatedLink', 'citation', 'isBasedOn', 'video', 'image', 'liveBlogUpdate']);
/** Signs of comments that pages put around their data. */
const openings = ['<!--', '//<![CDATA['];
const closings = ['-->', '//]]>'];

/** @param {string} text @returns {unknown} undefined where it is broken */
export function parseLeniently(text) {
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Line breaks within texts are the usual defect, comments around the whole another.
      return JSON.parse(withoutComment(text.replace(/[\t\n\r]+/g, ' ')));
    } catch {
      return undefined;
    }
  }
}

/** Takes away the signs of a comment around a text. @param {string} text */
function withoutComment(text) {
  let inner = text.trim();
  const opening = openings.find((sign) => inner.startsWith(sign));
  if (opening) inner = inner.slice(opening.length);
  const end = (inner.endsWith(';') ? inner.slice(0, -1) : inner).trimEnd();
  const closing = closings.find((sign) => end.endsWith(sign));
  return closing ? end.slice(0, -closing.length) : inner;
}
