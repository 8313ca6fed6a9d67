// Pages of many makes, each with the same story: what a reader takes for the article on each, and what not.

/**
 * @typedef {object} Page
 * @property {string} name
 * @property {string} html
 * @property {string[] | null} read words of the article; null if the page is to be left alone
 * @property {string[]} [left] words that are not the article's
 */

const headline = 'Harbour road stays open through the winter';
/** Six paragraphs; each begins with a word of its own. */
export const story = [
  'Thursday’s meeting of the harbour council ended without a vote, and the road along the sea will stay open for the whole of the winter.',
  '“We are not moving a single stone of it,” Mayor Teodor Vask told the crowd that had waited for him in front of the old town hall.',
  'Shopkeepers had asked for the road to be closed since the storm of last year, when the water came up to the windows of their houses.',
  '“It is our road, and it is the only one that the children have to the school,” said Ilse Marrow, who has run the school for ten years.',
  'Repairs will begin in the spring and are to be paid for by the district, which said that it would look for the money in its next budget.',
  '“Nobody can say what the sea will do to it until then,” said Jon Petrel, an engineer of the harbour office, after he had walked the road.',
];
const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = story;
const paragraphs = (/** @type {string[]} */ texts) => texts.map((text) => `<p>${text}</p>`).join('\n');
const body = paragraphs(story);
/** The same in German. */
const german = [
  'Die Sitzung des Hafenrates endete am Donnerstag ohne eine Abstimmung, und die Straße an der See bleibt den ganzen Winter über offen für alle.',
  '„Wir bewegen keinen einzigen Stein davon“, sagte Bürgermeister Teodor Vask der Menge, die vor dem alten Rathaus auf ihn gewartet hatte.',
  'Die Händler hatten seit dem Sturm im letzten Jahr verlangt, dass die Straße geschlossen wird, weil das Wasser bis an die Fenster kam.',
  '„Es ist unsere Straße, und die Kinder haben keine andere zur Schule“, sagte Ilse Marrow, die die Schule seit zehn Jahren leitet.',
];

/** @param {string} content @param {{ lang?: string, head?: string, style?: string }} [options] */
function page(content, { lang = 'en', head = '', style = '' } = {}) {
  return `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="utf-8"><title>${headline} | The Courier</title>${head}<style>.off{display:none}${style}</style></head><body>
<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>${content}<footer><p>© 2024 The Courier. All rights reserved, also those of translation.</p></footer></body></html>`;
}

const article = (/** @type {string} */ inner) => page(`<main><article><h1>${headline}</h1>${inner}</article></main>`);
const withinText = (/** @type {string} */ inner) => article(`${paragraphs(story.slice(0, 3))}${inner}${paragraphs(story.slice(3))}`);
const linkedHeadings = (/** @type {number} */ count, tag = 'h3') => Array.from({ length: count }, (_, index) => `<${tag}><a href="/other-${index}">Bridge number ${index} is “as good as new,” says its builder</a></${tag}>`).join('');
const teasers = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => (
  `<section><h2><a href="/other-${index}">Bridge number ${index} is as good as new</a></h2><p>“Bridge ${index} is as good as new,” said its builder, who has looked at it for many weeks now.</p></section>`)).join('');

const all = [first, second, third, fourth, fifth, sixth];

/** @type {Page[]} */
export const pages = [
  // The language.
  { name: 'English under the label of another language', html: page(`<article><h1>${headline}</h1>${body}</article>`, { lang: 'de' }), read: all },
  { name: 'English in an element with the label of another language', html: page(`<article lang="sv"><h1>${headline}</h1>${body}</article>`), read: all },
  { name: 'English under the label of an edition, as line breaks', html: page(`<article><h1>${headline}</h1>${story.join('<br><br>')}</article>`, { lang: 'hi-IN' }), read: all },
  { name: 'English after captions and bylines in other languages', html: page(`<article><h1>Straße nach Süden: Wer zahlt?</h1>${['Foto: Jörg Münch, Hafenamt', 'Von Änne Öhler und Jürgen Groß', 'Grafik: Straßen im Süden'].map((text) => `<figure><figcaption>${text.repeat(3)}</figcaption></figure>`).join('')}${body}</article>`), read: all },
  { name: 'another language under the label of English', html: page(`<article><h1>Straße bleibt offen</h1>${paragraphs(german)}</article>`), read: null },
  { name: 'another language under its own label', html: page(`<article><h1>Straße bleibt offen</h1>${paragraphs(german)}</article>`, { lang: 'de' }), read: null },
  { name: 'another language without a label', html: page(`<article><h1>Straße bleibt offen</h1>${paragraphs(german)}</article>`, { lang: '' }), read: null },
  { name: 'a quotation in another language within English', html: withinText(`<blockquote lang="de"><p>${german[1]}</p></blockquote>`), read: all, left: ['Bürgermeister'] },

  // Versions side by side.
  ...['hidden', 'class="off"', 'aria-hidden="true" class="off"', 'style="display: none"'].map((hiding) => ({
    name: `two versions in tabs, one with ${hiding}`,
    html: page(`<main><h1>${headline}</h1><div class="tabs"><div role="tablist"><button role="tab" aria-selected="true">Full text</button><button role="tab">Summary</button></div>
      <div role="tabpanel" id="full">${body}</div><div role="tabpanel" id="short" ${hiding}><p>Summary of it: “We are not moving a single stone of it,” the mayor told the crowd.</p></div></div></main>`),
    read: all, left: ['Summary of it'],
  })),
  {
    name: 'two versions in tabs, the long one not shown',
    html: page(`<main><h1>${headline}</h1><div role="tablist"><a role="tab" href="#a">Full text</a><a role="tab" href="#b">Summary</a></div>
      <div role="tabpanel" class="off">${body}</div><div role="tabpanel">${paragraphs([first, second])}</div></main><section>${teasers(9)}</section>`),
    read: [first, second], left: [third, 'Bridge'],
  },
  {
    name: 'versions within the list of tabs, as a fold-out has them',
    html: page(`<main><h1>${headline}</h1><div role="tablist"><h3 role="tab">Full text</h3><div role="tabpanel">${body}</div><h3 role="tab">Summary</h3><div role="tabpanel" class="off"><p>Summary of it.</p></div></div></main>`),
    read: all, left: ['Summary'],
  },
  {
    name: 'a version that is in a box of a form',
    html: page(`<main><h1>${headline}</h1><form action="/vote"><div role="tablist"><button role="tab">Full text</button></div><div role="tabpanel">${body}</div></form></main><section>${teasers(3)}</section>`),
    read: all, left: ['Bridge'],
  },
  {
    name: 'a text that is hidden from those who hear the page, but is seen',
    html: page(`<main><h1>${headline}</h1><div role="tabpanel" aria-hidden="true">${body}</div><div role="tabpanel" aria-hidden="true" class="off"><p>Summary of it.</p></div></main><section>${teasers(3)}</section>`),
    read: all, left: ['Summary', 'Bridge'],
  },

  // An article among headings of others.
  {
    name: 'an article beside many linked headings',
    html: page(`<div><h1>${headline}</h1><div>${paragraphs(story.slice(0, 4))}</div></div><div>${linkedHeadings(9)}</div>`),
    read: story.slice(0, 4), left: ['Bridge'],
  },
  {
    name: 'an article whose paragraphs are in boxes of their own, beside teasers',
    html: page(`<div><h1>${headline}</h1><div>${story.slice(0, 5).map((text) => `<div><p>${text}</p></div>`).join('')}</div></div><div>${teasers(4)}${linkedHeadings(8)}</div>`),
    read: story.slice(0, 5), left: ['Bridge'],
  },
  { name: 'a list of linked headings with a few words each', html: page(`<h1>News of the week</h1>${teasers(12)}`), read: null },
  { name: 'a list of linked headings side by side with their words', html: page(`<h1>News of the week</h1><div>${Array.from({ length: 10 }, (_, index) => `<h2><a href="/${index}">Bridge ${index}</a></h2><p>${story[index % 6]}</p>`).join('')}</div>`), read: null },
  { name: 'a list of linked headings with an introduction', html: page(`<h1>News of the week</h1><p>${first}</p><p>${third}</p>${teasers(12)}`), read: null },
  { name: 'results of a search', html: page(`<h1>Results</h1><ol>${story.map((text, index) => `<li><h3><a href="/${index}">Result</a></h3><p>${text}</p></li><li><h3><a href="/b${index}">Result</a></h3><p>${text}</p></li>`).join('')}</ol>`), read: null },
  { name: 'an application', html: page(`<main><div role="grid"><div role="row">Mail</div></div>${paragraphs(story.slice(0, 4))}</main>`), read: null },

  // Paragraphs and signatures.
  { name: 'a paragraph that is a link, within the text', html: withinText(`<p><a href="/report">“There is nothing left to do but to wait for the water,” said a man who had come with a boat.</a></p>`), read: [...all, 'nothing left to do'] },
  { name: 'a paragraph around which a link was left open', html: article(`${paragraphs(story.slice(0, 2))}<p>See <a href="/plan">the plan</p><p>${third}</p><p>${fourth}</p>`), read: [first, second, third, fourth] },
  { name: 'a paragraph within a link, within the text', html: withinText(`<a href="/report"><p>“There is nothing left to do but to wait for the water,” said a man who had come with a boat.</p></a>`), read: [...all, 'nothing left to do'] },
  { name: 'the headline of another article that is a link, within the text', html: withinText('<p><a href="/other">Bridge is “as good as new,” says the man who built it</a></p>'), read: all, left: ['Bridge'] },
  { name: 'teasers that are links as wholes, within the text', html: withinText(`<a href="/other"><h4>Bridge is as good as new</h4><p>Bridge: “It is as good as new,” said the man who had built it, and he walked over it twice.</p></a>`), read: all, left: ['Bridge'] },
  { name: 'a signature in the footer of a block quote', html: withinText('<blockquote><p>“Nothing is lost as long as the road is there.”</p><footer>— Wanda Oriel, fisherwoman</footer></blockquote>'), read: [...all, 'Wanda Oriel'] },
  { name: 'a signature in the footer of an article', html: article(`${body}<footer>Wanda Oriel, Seaham</footer>`), read: [...all, 'Wanda Oriel'], left: ['All rights'] },
  { name: 'the footer of an article with tags and links', html: article(`${body}<footer>Filed under <a href="/sea">Sea</a>, posted in 2023 <button>Share</button></footer>`), read: all, left: ['Filed', '2023'] },

  // What is not the article, within it and around.
  ...Object.entries({
    'a box of related articles': '<div class="related-articles"><h4>More on the sea</h4><p>Bridge builder: “It is as good as new, and it was never better than on this day,” he said.</p></div>',
    'a box that asks for money': '<div class="InlineDonation-promo"><p>“Your gift keeps our bridge to readers open,” says our editor. Give today and you get a cup until 31 December 2031.</p></div>',
    'a form of a newsletter': '<div class="newsletter-signup"><p>Bridge, the letter for our readers: “the best of them all”, every Monday</p></div>',
    'what is read most': '<section id="most-popular"><h3>Most read</h3><ol><li>Bridge is “as good as new”</li><li>Bridge was “never better”</li></ol></section>',
    'what trends, in tabs': '<div class="trending-tabs"><div role="tabpanel"><h5>Bridge “as good as new”</h5></div></div>',
    'recommended stories': '<div data-x class="c-recirc"><p>Bridge is “as good as new, and better than it ever was before in its long and windy life”, he says.</p></div>',
  }).map(([what, box]) => ({ name: `${what} within the text`, html: withinText(box), read: all, left: ['Bridge', 'bridge'] })),
  ...[
    'Read more: Bridge is “as good as new”', 'READ ALSO: Bridge is “as good as new”', '<strong>RELATED:</strong> Bridge is “as good as new”', 'More on this story: Bridge is “as good as new”',
    '<b>Also read |</b> Bridge is “as good as new”', 'Recommended: Bridge is “as good as new”', 'Watch: Bridge is “as good as new”', 'Don’t miss: Bridge is “as good as new”',
  ].map((line) => ({ name: `“${line.replace(/<[^>]+>/g, '')}”, without a link`, html: withinText(`<p>${line}</p>`), read: all, left: ['Bridge'] })),
  ...[
    '© 2023 The Bridge. All rights reserved.', 'Copyright 2023 Bridge Media Ltd. This text may not be published again.', 'All times are in bridge time (GMT) since 2023', 'Sign up for our bridge newsletter today', 'Subscribe to the bridge letter, every Monday',
    'We use cookies on the bridge; by going on you agree until 2031.', 'This article was first published in The Bridge on 3 May 2023.', 'Follow the bridge on Facebook and Twitter', 'Download the bridge app today',
  ].map((line) => ({ name: `a line of housekeeping: ${line}`, html: article(`${body}<p>${line}</p>`), read: all, left: ['Bridge', 'bridge'] })),
  ...[
    'Watch: the sea does not sleep, the old saying goes, and nobody here has slept since the storm came in, said Ilse Marrow.', 'Related costs are “out of hand,” she said.', 'Copyright is “a matter for the courts,” said Jon Petrel.', 'Subscribe to hope, she said: “It costs nothing.”',
    'We use “cookies” for bread, he said.', 'Read more books, she told the children: “They cost nothing.”',
  ].map((line) => ({ name: `a sentence of the text that begins alike: ${line}`, html: withinText(`<p>${line}</p>`), read: [...all, line.slice(0, 20)] })),
  { name: 'a caption with the rights of its photographer', html: withinText('<figure><img src="data:," alt=""><figcaption>Wanda Oriel at the ford, Tuesday, May 14, 2024. Copyright 2024 Harbour Pictures. All rights reserved</figcaption></figure>'), read: [...all, 'Wanda Oriel at the ford'] },
  { name: 'the text in a box with the name of a teaser', html: article(`<div class="related-story promo">${body}</div>`), read: all },
  { name: 'a great many comments', html: page(`<main><article><h1>${headline}</h1>${body}</article><div id="comments">${paragraphs(story.map((text) => `Bridge: ${text} ${text}`))}</div></main>`), read: all, left: ['Bridge'] },
  { name: 'the heading of a list that is left out', html: article(`${body}<h3>More from the bridge</h3><ul>${linkedHeadings(4, 'b')}</ul>`), read: all, left: ['bridge', 'Bridge'] },
  { name: 'a heading within the text', html: withinText('<h3>What the engineers say</h3>'), read: [...all, 'What the engineers say'] },
  { name: 'times of comments', html: article(`${body}<section class="discussion"><h3>3 comments</h3><div class="comment"><b>reader1</b><time datetime="2023-05-01">May 1, 2023</time><p>Bridge: “Yes,” said he.</p></div></section>`), read: all, left: ['2023', 'Bridge'] },
];
