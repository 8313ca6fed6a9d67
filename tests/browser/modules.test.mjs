// The content modules by themselves, in both browsers: each case is a row.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { datedEntries } from '../../extension/published/entries.js';
import { publishedOn } from '../../extension/published/published.js';
import { browserNames, root } from './support/browsers.mjs';
import { published } from './support/days-of-publication.mjs';
import { datedPages, livePages } from './support/live-pages.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** What is collected from a body: name, HTML, blocks. @type {[string, string, string[]][]} */
const collected = [
  ['kinds', '<h1>A</h1><h2>B</h2><p>C</p><ul><li>D</li></ul><blockquote><p>E</p></blockquote><figure><figcaption><p>F</p></figcaption></figure>',
    ['headline: A', 'subheading: B', 'paragraph: C', 'list-item: D', 'block-quote: E', 'caption: F']],
  ['text directly in a box', '<div>One<p>two</p>three</div>', ['paragraph: One', 'paragraph: two', 'paragraph: three']],
  ['white space collapses', '<p>  a\n\t b  <em> c </em> d\n</p>', ['paragraph: a b c d']],
  ['non-breaking spaces are spaces', '<p>a&nbsp;b &nbsp; c</p>', ['paragraph: a b c']],
  ['soft hyphens and zero-width characters are nothing', '<p>to&shy;day to\u200bmor\ufeffrow</p>', ['paragraph: today tomorrow']],
  ['inline elements join their words', '<p>“<b>H</b>ello <a href="#">there</a>,” <span>she</span> <custom-inline>said</custom-inline>.</p>', ['paragraph: “Hello there,” she said.']],
  ['custom elements that are boxes part', '<style>custom-box{display:block}</style><custom-box>a</custom-box><custom-box>b</custom-box>', ['paragraph: a', 'paragraph: b']],
  ['a line break is a space', '<p>one<br>two</p>', ['paragraph: one two']],
  ['two line breaks part paragraphs', '<div>one<br> <br>two<br/><br/>three</div>', ['paragraph: one', 'paragraph: two', 'paragraph: three']],
  ['the marks of q', '<p>She said <q>yes</q>.</p>', ['paragraph: She said “yes”.']],
  ['ruby', '<p><ruby>漢<rt>kan</rt></ruby> means Han</p>', ['paragraph: 漢 means Han']],
  ['comments part text nodes, not words', '<p>ab<!-- -->cd</p>', ['paragraph: abcd']],
  ['hidden text', '<p hidden>a</p><p style="display:none">b</p><p style="visibility:hidden">c</p><p aria-hidden="true">d</p><p>e <span style="display:none">f</span></p>', ['paragraph: e']],
  ['what is not the article', '<nav>a</nav><aside>b</aside><footer>c</footer><header>d</header><form role="search">e</form><div role="navigation">f</div><button>g</button><p>h</p>', ['paragraph: h']],
  ['what is left out within a paragraph', '<div>a <button>b<i>c</i></button> d <b><nav><ul><li>e<li>f</ul></nav></b>g</div><p>h</p>', ['paragraph: a d g', 'paragraph: h']],
  ['what is left out in several layers', '<nav><div><aside><p>a</p></aside><p>b</p></div><p>c</p></nav><p>d</p><aside><nav>e</nav></aside><p>f</p>', ['paragraph: d', 'paragraph: f']],
  ['white space between blocks, with line breaks and marks of q', '<p>a</p>\n<br>\n<p><q>\n<b> b</b>\n</q></p>\n<br>\n<q>\n</q>\n<p>c</p>', ['paragraph: a', 'paragraph: “ b ”', 'paragraph: c']],
  ['the header of an article', '<header>site</header><article><header><h1>a</h1></header></article>', ['headline: a']],
  ['editable text', '<div contenteditable>a</div><textarea>b</textarea><div contenteditable="false">c</div>', ['paragraph: c']],
  ['English with an underscore', '<p lang="en_US">yes</p><p lang="enm">no</p>', ['paragraph: yes']],
  ['another language', '<p lang="de">nein</p><p lang="en-GB">yes, <i lang="fr">oui</i></p>', ['paragraph: yes, oui']],
  ['lists of links', '<ul><li><a href="#">“Ten things,” said a headline</a></li></ul><p>See <a href="#">this</a> now</p>', ['paragraph: See this now']],
  ['teasers of other articles', '<p>Our story</p><ul><li><h3><a href="/1">One</a></h3><p>“A,” said B.</p></li><li><h3><a href="/2">Two</a></h3><p>“C,” said D.</p></li></ul><p>goes on</p>', ['paragraph: Our story', 'paragraph: goes on']],
  ['a heading with a link and no neighbour', '<div><h3><a href="/1">One</a></h3><p>“A,” said B.</p></div>', ['paragraph: “A,” said B.']],
  ['entries of a live page', '<div><article><h3><a href="#1">12:01</a></h3><p>A</p></article><article><h3><a href="#2">12:02</a></h3><p>B</p></article></div>', ['paragraph: A', 'paragraph: B']],
  ['a teaser with a picture and no neighbour', '<p>Our story</p><div><a href="/1"><img alt=""></a><h3><a href="/1">One</a></h3><p>“A,” said B.</p></div><p>goes on</p>', ['paragraph: Our story', 'paragraph: goes on']],
  ['a thing to buy, with a picture', '<div><a href="https://shop.example/1"><img alt=""></a><h3><a href="https://shop.example/1">A lamp</a></h3><p>“Bright,” said B.</p></div>', ['paragraph: “Bright,” said B.']],
  ['a headline and a picture that lead to the article itself', '<div><h1>a</h1><a href="/1"><img alt=""></a><h3><a href="/1">One</a></h3><p>“A,” said B.</p></div>', ['headline: a', 'paragraph: “A,” said B.']],
  ['teasers indented in the source', `<ul>${['One', 'Two'].map((name) => `<li><h3><a href="/${name}">${name}</a></h3>${' '.repeat(1_000)}<p>“A,” said B.</p></li>`).join('')}</ul><p>c</p>`, ['paragraph: c']],
  ['a line that leads on', '<p>Read more: <a href="/1">“Ten,” said B</a></p><p>See also <a href="/2">“It is our road,” said D</a> (with pictures)</p><p>Read more for subscribers <a href="/3">“We stay as we are,” said F</a></p>', []],
  ['a sentence that begins like one', '<p>Read the <a href="/1">letter of the mayor</a> and you know.</p><p>Seeing <a href="/1">it is one thing</a>, she said.</p><p>More <a href="/1">people</a> came.</p>', ['paragraph: Read the letter of the mayor and you know.', 'paragraph: Seeing it is one thing, she said.', 'paragraph: More people came.']],
  ['words that are shown once more in large type', '<p>“We are not moving from here,” Mayor Vask said, “and it is our road.”</p><blockquote><p>We are not moving from here</p></blockquote><div class="PullQuote"><p>‘… Mayor Vask said: and it is our road’</p></div><blockquote>our road</blockquote><p>b</p>',
    ['paragraph: “We are not moving from here,” Mayor Vask said, “and it is our road.”', 'block-quote: our road', 'paragraph: b']],
  ['words that are quoted at length only once', '<p>“We are not moving from here,” Mayor Vask said.</p><blockquote>We are not moving from here, and it is our road.</blockquote><p>“We are not moving from here.”</p>',
    ['paragraph: “We are not moving from here,” Mayor Vask said.', 'block-quote: We are not moving from here, and it is our road.', 'paragraph: “We are not moving from here.”']],
  ['comments', '<p>a</p><div id="comments"><p>b</p></div><ol class="list comment-list"><li>c</li></ol><section class="CommentSection"><p>d</p></section><div id="disqus_thread">e</div><div class="fb_comment_box">f</div>', ['paragraph: a']],
  ['an article that may be commented', '<div class="post comments-open"><p>a</p></div><div class="commentary"><p>b</p></div><div class="comment"><h1>c</h1><p>d</p></div><p class="uncommented">e</p><div class="comment-count">f</div>', ['paragraph: a', 'paragraph: b', 'headline: c', 'paragraph: d', 'paragraph: e', 'paragraph: f']],
  ['a list of links within a line', '<p>Mayor <span><a href="/v">Vask</a><span class="box"><a href="/1">“One,” said B</a> <a href="/2">Two</a> <a href="/3">Three</a></span></span> spoke.</p>', ['paragraph: Mayor Vask spoke.']],
  ['links within a line that holds a box', '<div><span><a href="/1">“One,” said B</a><a href="/2">Two</a><b></b><a href="/3">Three</a><em>d</em></span> came.</div>', ['paragraph: “One,” said BTwoThreed came.']],
  ['links within a line', '<p><span><a href="/1">One</a>, <a href="/2">Two</a> and <a href="/3">Three</a></span> and <span><a href="/4">four</a> <a href="/5">five</a></span> came.</p>', ['paragraph: One, Two and Three and four five came.']],
  ['a gallery within an article', `${`<p>${'A'.repeat(80)}</p>`.repeat(3)}<div><h2>In pictures</h2><ul>${[1, 2, 3].map((count) => `<li><h3>${count}/3 Boats</h3><p>“B,” said C.</p></li>`).join('')}</ul></div><ul><li>d</li></ul>`,
    [...Array.from({ length: 3 }, () => `paragraph: ${'A'.repeat(80)}`), 'subheading: In pictures', 'list-item: d']],
  ['an article that is a gallery', `<p>${'A'.repeat(80)}</p><ol>${[1, 2, 3].map((count) => `<li><h3>${count} of 3</h3><p>b</p></li>`).join('')}</ol>`,
    [`paragraph: ${'A'.repeat(80)}`, ...[1, 2, 3].flatMap((count) => [`subheading: ${count} of 3`, 'list-item: b'])]],
  ['a list of things that are not counted', `${`<p>${'A'.repeat(80)}</p>`.repeat(3)}<ol>${[1, 2, 3].map((count) => `<li><h3>${count}. Boats, 24/7</h3></li>`).join('')}</ol>`,
    [...Array.from({ length: 3 }, () => `paragraph: ${'A'.repeat(80)}`), ...[1, 2, 3].map((count) => `subheading: ${count}. Boats, 24/7`)]],
  ['paragraphs that are cut in two', '<p>The council of the island said that “we are</p><p>not moving,” and</p><div class="ad"></div><p>left.</p>', ['paragraph: The council of the island said that “we are not moving,” and left.']],
  ['paragraphs in boxes of their own that are cut in two', '<div class="text"><p>The council of the island met again, and “we</p></div><div></div><div class="text"><p>stay,” it said.</p></div>', ['paragraph: The council of the island met again, and “we stay,” it said.']],
  ['paragraphs that are whole', '<p>The council of the island met again in spring.</p><p>and left.</p><p>The council of the island met again, and</p><p>Vask left</p><p>by boat</p>',
    ['paragraph: The council of the island met again in spring.', 'paragraph: and left.', 'paragraph: The council of the island met again, and', 'paragraph: Vask left', 'paragraph: by boat']],
  ['what breaks off, and what is not of its text', '<p>The council of the island met again, and so did</p><div class="box"><p>our readers</p></div><h2>b</h2><p>the school</p>',
    ['paragraph: The council of the island met again, and so did', 'paragraph: our readers', 'subheading: b', 'paragraph: the school']],
  ['marks of direction', '<p>\u2067a\u2069 \u200eb</p>', ['paragraph: a b']],
  ['spaces of other widths', '<p>a\u2009b\u202fc</p>', ['paragraph: a b c']],
  ['a drop cap', '<p><span class="cap">T</span>he end</p>', ['paragraph: The end']],
  ['a picture within a line', '<p>a<img alt="x">b</p>', ['paragraph: ab']],
  ['marks of q around elements', '<p><q>a <em>b</em></q><q>c</q></p>', ['paragraph: “a b”“c”']],
  ['a shadow tree', '<div><template shadowrootmode="open"><p>In the shadow</p><slot></slot></template><p>In the light</p></div>', ['paragraph: In the light', 'paragraph: In the shadow']],
  ['light that no slot shows', '<div><template shadowrootmode="open"><p>In the shadow</p></template><p>Not shown</p></div>', ['paragraph: In the shadow']],
  ['an element with a role within the article', '<div role="article">a<div role="note">b</div><div role="toolbar">c</div></div>', ['paragraph: a', 'paragraph: b']],
  ['closed details', '<details><summary>a</summary><p>b</p></details>', ['paragraph: a']],
  ['nothing but signs', '<p>* * *</p><p>—</p>', []],
  ['scripts and styles', '<p>a<script type="x">“b”</script><style>c{}</style></p>', ['paragraph: a']],
];

const sentence = 'The harbour council met again on Monday and decided to leave the long road by the sea as it is for now. ';

/** Which element holds the article: name, head, body, the element's id or null. @type {[string, string, string, string | null][]} */
const articles = [
  ['what holds the paragraphs', '', `<nav><p>menu</p></nav><div id="a"><h1>x</h1><div><p>${sentence.repeat(6)}</p><p>${sentence}</p></div></div><div><p>short</p></div>`, 'a'],
  ['the headline that the title repeats', '<title>The harbour road stays | A paper</title>', `<div id="a"><header><h1>The harbour road stays</h1></header><article><h1>Our letter</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(2)}</article></div>`, 'a'],
  ['the headline in the article, where the title repeats none', '<title>A paper</title>', `<h1>Paper</h1><article id="a"><h1>The harbour road stays</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(2)}</article>`, 'a'],
  ['paragraphs of a footer do not count', '', `<main id="a"><h1>x</h1><p>${sentence.repeat(3)}</p><p>${sentence.repeat(3)}</p></main><footer><p>${sentence.repeat(9)}</p></footer>`, 'a'],
  ['too little text', '', `<h1>x</h1><p>${sentence}</p>`, null],
  ['little text that says it is an article', '<meta property="og:type" content="article">', `<h1>x</h1><p>${sentence}</p>`, 'body'],
  ['text parted by line breaks', '', `<article>${`${sentence}<br><br>`.repeat(9)}</article>`, 'body'],
  ['a front page', '', `<main>${`<h2><a href="/1">x</a></h2><p>${sentence}</p>`.repeat(12)}</main>`, null],
  ['an article with many linked headings', '<meta property="article:published_time" content="2024-05-16">', `<main id="a"><h1>x</h1>${`<h2><a href="/1">x</a></h2><p>${sentence}</p>`.repeat(12)}</main>`, 'a'],
  ['a shop', '', '<ul><li><h3><a href="/1">Lamp</a></h3><p>€ 20</p></li><li><h3><a href="/2">Chair</a></h3><p>€ 40</p></li></ul>', null],
  ['a web application', '', '<div id="app"><div role="toolbar"></div><canvas></canvas></div>', null],
  ['an editor', '', `<div contenteditable><p>${sentence.repeat(9)}</p></div>`, null],
];

/** Which stretch of the page is behind words of the text: name, HTML, words, what the range holds. @type {[string, string, string, string][]} */
const ranges = [
  ['within one text node', '<p>He said “yes” then.</p>', '“yes”', '“yes”'],
  ['across elements', '<p>“We <b>are</b> <a href="#">here</a>,” he said</p>', '“We are here,”', '“We are here,”'],
  ['across collapsed space', '<p>“a  \n b” c</p>', '“a b”', '“a  \n b”'],
  ['soft hyphens within', '<p>x “to&shy;day” y</p>', '“today”', '“to\u00adday”'],
  ['after a soft hyphen', '<p>un&shy;til “now” y</p>', '“now”', '“now”'],
  ['surrogate pairs', '<p>𝒜 😀 “b” c</p>', '“b”', '“b”'],
  ['across a line break', '<p>“a<br>b” c</p>', '“a b”', '“ab”'],
  ['the marks of q are not in the page', '<p>x <q>yes</q> y</p>', '“yes”', 'yes'],
];

/** What day is read from how it is written. @type {[string, string | null][]} */
const days = [
  ['2024-05-16', '2024-05-16'],
  ['2024-05-16T23:30:00-11:00', '2024-05-16'],
  ['2024-05-16T00:10:00+14:00', '2024-05-16'],
  ['2024/05/16 10:00', '2024-05-16'],
  ['20240516T1000', '2024-05-16'],
  ['Thu, 16 May 2024 22:00:00 GMT', '2024-05-16'],
  ['May 6th, 2024, 9:00 am', '2024-05-06'],
  ['Sept. 5, 2024', '2024-09-05'],
  ['16th of May, 2024', '2024-05-16'],
  ['16-May-2024', '2024-05-16'],
  ['MAY 16 2024', '2024-05-16'],
  ['Published 16 May 2024, updated June 2, 2024', '2024-05-16'],
  ['16/05/2024', '2024-05-16'],
  ['5/16/2024', '2024-05-16'],
  ['16.5.2024', '2024-05-16'],
  ['5/6/2024', null],
  ['Thursday 5/6/2024', null],
  ['Wed 5/6/2024', '2024-06-05'],
  ['Monday, 5/6/2024', '2024-05-06'],
  ['5/16/24 6:56 AM', '2024-05-16'],
  ['16.05.24', '2024-05-16'],
  ['24/7', null],
  ['chapter 5.16.24.2', null],
  ['6/6/2024', '2024-06-06'],
  ['May 2024', null],
  ['Mayor 16, 2024', null],
  ['2024-02-30', null],
  ['0001-01-01T00:00:00Z', null],
  ['1970-01-01T00:00:00Z', null],
  ['1970-01-02', '1970-01-02'],
  ['1715860800', null],
  ['today', null],
  ['', null],
];

/** The day of what the page wrote into a frame: name, head of the page, HTML in the frame, day. @type {[string, string, string, string | null][]} */
const publishedInFrames = [
  ['what the page around says', '<meta property="article:published_time" content="2024-05-16">', '<h1>a</h1><p>b</p>', '2024-05-16'],
  ['what the frame says itself', '<meta property="article:published_time" content="2024-05-16">', '<meta property="article:published_time" content="2024-05-18"><p>b</p>', '2024-05-18'],
  ['a dateline in the frame', '', '<h1>a</h1><p>Published 18 May 2024</p>', '2024-05-18'],
  ['nowhere', '', '<h1>a</h1><p>b</p>', null],
];

/**
 * What the card says of a date in “On Monday it will open; a day later it will close.”: name, publication, what the engine found,
 * the card's lines.
 * @type {[string, string | null, object, string[]][]}
 */
const dateCards = [
  ['resolved against the publication', '2024-05-16',
    { start: 3, end: 9, value: '2024-05-20', first: '2024-05-20', last: '2024-05-20', anchor: 'published', decidedBy: { block: 0, start: 13, end: 17 } },
    ['Monday, May 20, 2024', 'In the text: “Monday”', 'From publication: 4 days after', 'Why? Counted from: publication on May 16, 2024', 'Why? Decided by: “will”']],
  ['resolved against another date', '2024-05-16',
    { start: 24, end: 35, value: '2024-05-21', first: '2024-05-21', last: '2024-05-21', anchor: { expression: 0 }, decidedBy: null },
    ['Tuesday, May 21, 2024', 'In the text: “a day later”', 'From publication: 5 days after', 'Why? Counted from: “Monday”: Monday, May 20, 2024']],
  ['unresolved', null,
    { start: 3, end: 9, value: 'XXXX-WXX-1', first: null, last: null, anchor: 'unresolved', decidedBy: null },
    ['A Monday', 'The page does not say when it was published', 'In the text: “Monday”']],
  ['unresolved, though the day of publication is known', '2024-05-16',
    { start: 3, end: 9, type: 'TIME', value: 'XXXX-XX-XXTNI', first: null, last: null, anchor: 'unresolved', decidedBy: null },
    ['An unknown day, night', 'The text does not say which one is meant', 'In the text: “Monday”']],
  ['a length, which has no day to be unknown', null,
    { start: 3, end: 9, type: 'DURATION', value: 'P2D', first: null, last: null, anchor: 'unresolved', decidedBy: null },
    ['2 days', 'In the text: “Monday”']],
  ['months away', '2024-05-16',
    { start: 3, end: 9, value: '2024-10-01', first: '2024-10-01', last: '2024-10-01', anchor: 'none', decidedBy: null },
    ['Tuesday, October 1, 2024', 'In the text: “Monday”', 'From publication: about 5 months after']],
  ['a century away', '2024-05-16',
    { start: 3, end: 9, value: '1924-03-21', first: '1924-03-21', last: '1924-03-21', anchor: 'none', decidedBy: null },
    ['Friday, March 21, 1924', 'In the text: “Monday”', 'From publication: about 100 years before']],
  ['day and month perhaps the other way round', '2024-05-16',
    { start: 3, end: 9, value: '2024-05-06', first: '2024-05-06', last: '2024-05-06', anchor: 'none', decidedBy: null, ambiguous: true },
    ['Monday, May 6, 2024', 'Day and month may be the other way round', 'In the text: “Monday”', 'From publication: 10 days before']],
  ['a date in full', '2024-05-16',
    { start: 3, end: 9, value: '2023', first: '2023-01-01', last: '2023-12-31', anchor: 'none', decidedBy: null },
    ['2023', 'In the text: “Monday”']],
];

test('the English messages of the extension and of the modules are the same, and the German ones as many', async () => {
  const { english } = await import(join(root, 'extension/shared/messages.js'));
  /** @param {string} language @returns {Record<string, { message: string }>} */
  const messages = (language) => JSON.parse(readFileSync(join(root, `extension/_locales/${language}/messages.json`), 'utf8'));
  for (const [key, words] of Object.entries(english)) assert.equal(messages('en')[key]?.message, words);
  assert.deepEqual(Object.keys(messages('de')), Object.keys(messages('en')));
});

for (const [name, address, day, texts, expected] of datedPages) {
  test(`finds out when entries were published: ${name}`, () => {
    const clues = { address, canonical: '', language: '', metas: [], linked: [], marked: [], after: [], before: [] };
    const entries = datedEntries(texts.map((texts, block) => ({ block, texts })), clues, day);
    assert.deepEqual(entries.map(({ published, time }) => `${published} ${time}`), expected);
  });
}

for (const browserName of browserNames) {
  describe(browserName, () => {
    const modules = folderAnswer(join(root, 'extension'));
    const server = useServer((path) => (path === '/' ? { body: '<!doctype html><html lang="en"><title>Modules</title>' } : modules(path)));
    const launched = useBrowser(browserName, { extension: false });
    /** @type {import('puppeteer-core').Page} */
    let page;
    before(async () => {
      page = await launched.browser.newPage();
      await page.goto(server.address);
    });

    for (const [name, html, expected] of collected) {
      test(`collects: ${name}`, async () => {
        const blocks = await page.evaluate(async (html) => {
          const { collect } = await import(/** @type {any} */ ('/content/collect/collect.js'));
          document.body.setHTMLUnsafe(html);
          return collect(document.body).map((/** @type {{ kind: string, text: string }} */ { kind, text }) => `${kind}: ${text}`);
        }, html);
        assert.deepEqual(blocks, expected);
      });
    }

    test('says of words in an entry of a live page when it was published, unless they say it', async () => {
      const found = await page.evaluate(async () => {
        const { describe } = await import(/** @type {any} */ ('/content/card/describe.js'));
        const blocks = ['“a” said B on Monday.', '“a” said B.', '“a” said B on Monday.', '“a” said B.'].map((text) => ({ kind: 'paragraph', text }));
        const quotes = blocks.map((_, block) => ({ block, start: 0, end: 3, kind: 'direct', speaker: null, cue: null, person: null, confidence: 1, probable: false, doubt: null }));
        const dates = [0, 2].map((block) => ({ block, start: 14, end: 20, type: 'DATE', value: '2025-03-10', mod: null, first: '2025-03-10', last: '2025-03-10', anchor: 'published' }));
        const statements = blocks.map((_, index) => ({ quotes: [index], reported: null, person: null, date: index % 2 === 0 ? index / 2 : null, confidence: 1, probable: false }));
        const days = [{ start: 0, published: '2025-03-14' }, { start: 1, published: '2025-03-15', time: '12:05' }, { start: 3, published: '2025-03-14' }];
        const reading = { annotations: { quotes, reported: [], people: [], dates, statements }, blocks, published: '2025-03-14', days };
        return quotes.map((_, index) => describe({ layer: 'quote', index }, reading).details.map((/** @type {{ term: string, text: string }} */ { term, text }) => `${term}: ${text}`).join());
      });
      assert.deepEqual(found.map((words) => words.replace(/[\u2009\u202f]/g, ' ')), ['When: Monday, March 10, 2025', 'When: Saturday, March 15, 2025, 12:05 PM', 'When: Monday, March 10, 2025', '']);
    });

    for (const [name, html, expected] of livePages) {
      test(`finds the entries of a live page: ${name}`, async () => {
        const found = await page.evaluate(async (html) => {
          const { collect } = await import(/** @type {any} */ ('/content/collect/collect.js'));
          const { entriesOf } = await import(/** @type {any} */ ('/content/find/entries.js'));
          document.body.innerHTML = html;
          const blocks = collect(document.body);
          /** @type {{ block: number, texts: string[] }[]} */
          const entries = entriesOf(document.body, blocks);
          const wordsOf = (/** @type {number} */ block) => blocks[block].text.split(' ').slice(0, 3).join(' ');
          return entries.map(({ block, texts }) => (texts.length > 0 ? `${wordsOf(block)} @ ${texts.join(', ')}` : `${wordsOf(block).replace(/, .*/, '')} -`));
        }, html);
        assert.deepEqual(found, expected);
      });
    }

    test('collects in many steps what it collects at once, where text is taken out of what is left out meanwhile', async () => {
      const texts = await page.evaluate(async () => {
        const { Walk } = await import(/** @type {any} */ ('/content/collect/collect.js'));
        document.body.innerHTML = `<nav><p>a</p>${'<p><i>b</i></p>'.repeat(40)}</nav><p>c</p>${'<p>d</p>'.repeat(80)}<div id="end"></div>`;
        const moved = document.querySelector('nav p');
        const walk = new Walk(document.body);
        // A clock that goes on whenever it is looked at.
        const { now } = performance;
        let time = 0;
        performance.now = () => (time += 1);
        let steps = 0;
        for (; steps < 1_000 && !walk.advance(time + 1); steps += 1) {
          if (walk.blocks.length > 0 && moved) document.getElementById('end')?.append(moved);
        }
        performance.now = now;
        return { steps, text: walk.blocks.map((/** @type {{ text: string }} */ { text }) => text).join('') };
      });
      assert.ok(texts.steps > 3 && texts.steps < 1_000, `${texts.steps} steps`);
      assert.equal(texts.text, `c${'d'.repeat(80)}`);
    });

    for (const [name, head, body, expected] of articles) {
      test(`finds the article: ${name}`, async () => {
        const found = await page.evaluate(async (head, body) => {
          const { findArticle } = await import(/** @type {any} */ ('/content/find/holder.js'));
          const page = new DOMParser().parseFromString(`<head>${head}</head><body id="body">${body}</body>`, 'text/html');
          return findArticle(page)?.id ?? null;
        }, head, body);
        assert.equal(found, expected);
      });
    }

    for (const [name, html, words, expected] of ranges) {
      test(`ranges: ${name}`, async () => {
        const found = await page.evaluate(async (html, words) => {
          const { collect } = await import(/** @type {any} */ ('/content/collect/collect.js'));
          document.body.innerHTML = html;
          const [block] = collect(document.body);
          const start = block.text.indexOf(words);
          const range = block.range(start, start + words.length);
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString();
        }, html, words);
        assert.equal(found, expected);
      });
    }

    test('reads days', async () => {
      const read = await page.evaluate(async (texts) => {
        const { readDay } = await import(/** @type {any} */ ('/published/days.js'));
        return texts.map((text) => [text, readDay(text)]);
      }, days.map(([text]) => text));
      assert.deepEqual(read, days);
    });

    test('finds the day of publication', async () => {
      const found = await page.evaluate(async (rows) => {
        const { gatherClues } = await import(/** @type {any} */ ('/content/find/clues.js'));
        const { publishedOn } = await import(/** @type {any} */ ('/published/published.js'));
        return rows.map(([name, html, address]) => [name, publishedOn(gatherClues(new DOMParser().parseFromString(html ?? '', 'text/html'), address))]);
      }, published);
      assert.deepEqual(found, published.map(([name, , , day]) => [name, day]));
    });

    for (const [name, head, html, expected] of publishedInFrames) {
      test(`finds the day of publication of a frame that the page fills: ${name}`, async () => {
        const clues = await page.evaluate(async (head, html) => {
          const { cluesOf, pageAround } = await import(/** @type {any} */ ('/content/find/written.js'));
          document.head.innerHTML = head;
          const frame = document.createElement('iframe');
          frame.srcdoc = html;
          document.body.replaceChildren(frame);
          await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
          if (pageAround(frame.contentDocument) !== document || pageAround(document) !== document) throw new Error('another page is around');
          return cluesOf(frame.contentDocument);
        }, head, html);
        assert.equal(publishedOn(clues), expected);
      });
    }

    for (const [name, day, date, expected] of dateCards) {
      test(`the card of a date: ${name}`, async () => {
        const lines = await page.evaluate(async (published, date) => {
          const { describe } = await import(/** @type {any} */ ('/content/card/describe.js'));
          const blocks = [{ text: 'On Monday it will open; a day later it will close.' }];
          const monday = { block: 0, start: 3, end: 9, type: 'DATE', value: '2024-05-20', mod: null, first: '2024-05-20', last: '2024-05-20', anchor: 'published' };
          const annotations = { quotes: [], reported: [], people: [], statements: [], dates: [monday, { block: 0, type: 'DATE', mod: null, ...date }] };
          const { title, subtitle, details, more } = describe({ layer: 'date', index: 1 }, { blocks, annotations, published, days: [{ start: 0, published }] });
          const inWords = (/** @type {{ term: string, text: string }} */ { term, text }) => `${term}: ${text}`;
          return [title, subtitle, ...details.map(inWords), ...more.map(inWords).map((/** @type {string} */ line) => `Why? ${line}`)].filter(Boolean);
        }, day, date);
        assert.deepEqual(lines, expected);
      });
    }
  });
}
