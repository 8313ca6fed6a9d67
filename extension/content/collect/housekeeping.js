// Lines among the paragraphs that are not of the article: they lead to other articles, or say how the page is to be used.

/** @import { Block } from './block.js' */

/** Other lines of so many characters are sentences of the article that happen to begin alike. */
const longestLine = 300;
/** A headline of another article, without a link. */
const leadsOn = /^\W*(?:(?:read|see|watch|listen) (?:more|next|also|now)|also read|more on this(?: story| topic)?|(?:read|see|watch|listen|related|recommended|up next|don['’]t miss)(?: (?:articles?|coverage|news|reading|stor(?:y|ies)))?)\s*[:|\u2013\u2014]/i;
const longestPointer = 160;
const endsSentence = /[.!…]["”’')\]]*$/;
const housekeeping = new RegExp([
  // Whose the text is.
  /^(?:©|\(c\)|copyright\s*(?:©|@|\(c\)|(?:19|20)\d\d))|\ball rights reserved\b/,
  /^this (?:article|column|essay|piece|post|report|story) (?:was |has )?(?:been )?(?:first|originally) (?:appeared|published|posted)\b/,
  // What the clock shows.
  /^\(?all times (?:are|in|shown)\b|^(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? (?:ago|read)$/,
  // What can be subscribed to or followed.
  /^(?:sign up|subscribe|register) (?:here |now |today )?(?:for|to)\b.*\b(?:briefing|channel|e-?mails?|inbox|letters?|newsletters?|podcast|updates|alerts)\b/,
  /^get (?:all )?(?:the |our )?latest\b.*\b(?:alerts|app|hub|inbox|newsletters?|updates)\b/,
  /^(?:follow|like|join) .{1,60} on (?:facebook|instagram|linkedin|telegram|tiktok|twitter|whatsapp|x|youtube)\b/,
  /^(?:download|get) (?:the|our) .{0,30}\bapp\b/,
  /^.{0,80}\b(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*\b(?:accept|agree|consent|policy|settings)\b/,
].map(({ source }) => source).join('|'), 'i');
/**
 * What such lines begin with, and what else is in them. Nearly all lines have none of it, and to make the patterns ready takes longer
 * than to look at a page's lines.
 */
const beginnings = ['©', '(c)', 'copyright', 'this ', 'all times', '(all times', 'sign up', 'subscribe', 'register', 'get ', 'follow ', 'like ', 'join ', 'download '];
const longestAge = 30;
/** Whoever says something is quoted, and no page speaks of itself so. */
const saysSomebody = /["“”][^"“”]{0,200}["“”] ?,? ?[^\s"“”]{1,30} (?:said|says|told)\b|[,.!?]["”] |\b(?:he|she|they) (?:said|says)\b/;
/** A line with a day or a time: at the foot of an article, that at its head is repeated. */
const dated = /\b(?:19|20)\d\d\b|\b\d\d?[.:]\d\d\b/;
const longestDated = 100;

/**
 * The blocks without such lines.
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
export function withoutHousekeeping(blocks) {
  /** @type {Set<string>} */
  const datelines = new Set();
  return blocks.filter(({ kind, text }) => {
    // What a caption says of its picture is of the article, also where the photographer's rights stand behind it.
    if (kind === 'headline' || kind === 'block-quote' || kind === 'caption' || text.length > longestLine) return true;
    const ends = endsSentence.test(text);
    if (!ends && text.length <= longestPointer && leadsOn.test(text)) return false;
    if (mayBeHousekeeping(text) && housekeeping.test(text) && !saysSomebody.test(text)) return false;
    if (ends || kind !== 'paragraph' || text.length > longestDated || !dated.test(text)) return true;
    const repeats = datelines.has(text);
    datelines.add(text);
    return !repeats;
  });
}

/** Whether the patterns are worth asking. @param {string} text */
function mayBeHousekeeping(text) {
  const lower = text.toLowerCase();
  return beginnings.some((beginning) => lower.startsWith(beginning)) || lower.includes('rights reserved') || lower.includes('cookies')
    || (text.length <= longestAge && (lower.endsWith(' ago') || lower.endsWith(' read')));
}
