// Where pages state their day of publication, and what else looks like it.

const stamp = (/** @type {string} */ time) => `<meta property="article:published_time" content="${time}">`;
const linked = (/** @type {string} */ time) => `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${time}"}</script>`;

/** Where the day of publication is found: name, head and body, address, day. @type {[string, string, string, string | null][]} */
export const published = [
  ['the property of articles', '<meta property="article:published_time" content="2024-05-16T01:00:00Z"><time datetime="2020-01-01"></time>', '', '2024-05-16'],
  ['never the change', '<meta property="article:modified_time" content="2024-05-18"><script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2024-05-18"}</script>', '', null],
  ['linked data', '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2024-05-16T23:00:00-05:00","dateModified":"2024-05-18"}]}</script>', '', '2024-05-16'],
  ['linked data of the article before that of the page', '<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":["Thing","NewsArticle"],"datePublished":"2024-05-16"}]</script>', '', '2024-05-16'],
  ['linked data of other articles', '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2024-05-16"}]}</script>', '', null],
  ['linked data with a line break in a text', '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","datePublished":"2024-05-16"}</script>', '', '2024-05-16'],
  ['broken linked data', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-16","</script>', '', '2024-05-16'],
  ['linked data of the article without a day', '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"},{"@type":"WebPage","datePublished":"2024-05-16"}]</script>', '', '2024-05-16'],
  ['linked data without a day', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}</script>', '/2024/05/16/a', '2024-05-16'],
  ['a property in the text', '<article><span itemprop="datePublished" content="2024-05-16">yesterday</span></article>', '', '2024-05-16'],
  ['a property of a teaser before the headline', '<i itemprop="datePublished" content="2020-01-01"></i><h1>a</h1><i itemprop="datePublished" content="2024-05-16"></i>', '', '2024-05-16'],
  ['a time marked as published', '<h1>a</h1><time class="updated" datetime="2024-05-18"></time><time class="entry-date" datetime="2024-05-16T08:00Z"></time>', '', '2024-05-16'],
  ['a bare time is too little', '<main><time datetime="2024-05-16T08:00Z">16 May</time></main>', '', null],
  ['a bare time and the address', '<main><time datetime="2024-05-16T08:00Z">16 May</time></main>', '/2024/05/16/a', '2024-05-16'],
  ['a dateline', '<h1>a</h1><p>By Ilse Marrow</p><p>Published on 16 May 2024</p><p>Text</p>', '', '2024-05-16'],
  ['a dateline in parts', '<h1>a</h1><p><span>Published</span> <span>16 May 2024</span></p><p><span>Updated</span> <span>18 May 2024</span></p>', '', '2024-05-16'],
  ['the update is not the publication', '<h1>a</h1><p>Updated 18 May 2024</p><p>Published 16 May 2024</p>', '', '2024-05-16'],
  ['a dateline above the headline', '<p>May 16, 2024</p><h1>a</h1><p>Text</p>', '', '2024-05-16'],
  ['a heading of the menu is no headline', '<nav><h1>Sections</h1><p>1 May 2020</p></nav><p>May 16, 2024</p><h1>a</h1>', '', '2024-05-16'],
  ['a sentence is no dateline', `<h1>a</h1><p>${'The harbour that was closed so long '.repeat(3)} opened on 16 May 2024.</p>`, '', null],
  ['a copyright is no dateline', '<h1>a</h1><p>Copyright 16 May 2024</p>', '', null],
  ['the address alone', '<p>16 May 2024</p>', 'https://a.example/news/2024/05/16/story', '2024-05-16'],
  ['a month in letters in the address', '', 'https://a.example/2024/may/16/story', '2024-05-16'],
  ['digits in the address', '', 'https://a.example/story-20240516.html', '2024-05-16'],
  ['numbers in the address that are no day', '', 'https://a.example/2024/05/story-20241399', null],
  ['an address in the query is another one', '', 'https://a.example/story?from=/2024/05/16/', null],
  ['two that agree outweigh the address', '<h1>a</h1><p>May 16, 2024</p><time datetime="2024-05-16"></time>', '/2024/05/11/a', '2024-05-16'],
  ['the desk’s own zone before UTC', '<meta property="article:published_time" content="2024-05-17T02:30:00Z"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-16T22:30:00-04:00"}</script>', '', '2024-05-16'],
  ['UTC and the day at the desk', '<meta property="article:published_time" content="2024-05-17T02:30:00Z"><h1>a</h1><p>Published May 16, 2024</p>', '', '2024-05-16'],
  ['UTC and no word of the desk', '<meta property="article:published_time" content="2024-05-17T02:30:00Z">', '', '2024-05-17'],
  ['midnight is a day without a time', '<meta property="article:published_time" content="2024-05-17T00:00:00Z">', '/2024/05/16/a', '2024-05-17'],
  ['nowhere', '<p>16 May 2024</p>', '', null],

  // Software that knows no day.
  ['a property without a day, and its words', '<h1>a</h1><i itemprop="datePublished" content="0001-01-01T00:00:00">16 May 2024</i>', '', '2024-05-16'],
  ['the first day of the computer', '<meta property="article:published_time" content="1970-01-01T00:00:00Z"><h1>a</h1><p>16 May 2024</p>', '', '2024-05-16'],
  ['software that knows no day, and nobody else', '<meta property="article:published_time" content="0001-01-01T00:00:00Z">', '', null],

  // Times in UTC near midnight.
  ['evening in America', `<html lang="en-US">${stamp('2024-05-17T02:30:00Z')}`, '', '2024-05-16'],
  ['night in America', `<html lang="en-US">${stamp('2024-05-17T05:30:00Z')}`, '', '2024-05-17'],
  ['early in Australia', stamp('2024-05-16T21:30:00+00:00'), 'https://a.example.com.au/story', '2024-05-17'],
  ['afternoon in Australia', stamp('2024-05-16T05:30:00+00:00'), 'https://a.example.com.au/story', '2024-05-16'],
  ['after midnight in India', stamp('2024-05-16T19:00:00Z'), 'https://a.example.in/story', '2024-05-17'],
  ['the address before the language', `<html lang="en-US">${stamp('2024-05-17T02:30:00Z')}`, 'https://a.example.co.uk/story', '2024-05-17'],
  ['a zone of the desk’s own is not moved', `<html lang="en-US">${stamp('2024-05-17T02:30:00+02:00')}`, '', '2024-05-17'],
  ['no country', `<html lang="en">${stamp('2024-05-17T02:30:00Z')}`, 'https://a.example.com/story', '2024-05-17'],
  ['what readers see of the night, where machines are told twice', `<html lang="en">${stamp('2024-05-17T02:30:00Z')}${linked('2024-05-17T02:30:00Z')}<h1>a</h1><p>By Ilse Marrow</p><p>May 16, 2024 9:30 pm</p>`, '', '2024-05-16'],
  ['what readers see is the day of both', `<html lang="en">${stamp('2024-05-17T02:30:00Z')}${linked('2024-05-17T02:30:00Z')}<h1>a</h1><p>May 17, 2024</p>`, '', '2024-05-17'],

  // Software that enters an article anew.
  ['a later entry than the page shows', `${stamp('2024-05-16T10:00:00+02:00')}${linked('2024-05-16T10:00:00+02:00')}<h1>a</h1><p>By Ilse Marrow</p><p>Published 3 March 2019</p>`, '', '2019-03-03'],
  ['a later entry, and a bare day', `${stamp('2024-05-16T10:00:00+02:00')}${linked('2024-05-16T10:00:00+02:00')}<h1>a</h1><p>Sunday, March 3, 2019 at 4:15 PM EST</p>`, '', '2019-03-03'],
  ['first published elsewhere', `${stamp('2024-05-16')}<h1>a</h1><p>Published 16 May 2024</p><p>First published 3 March 2019</p>`, '', '2019-03-03'],
  ['a day of something else', `${stamp('2024-05-16')}${linked('2024-05-16')}<h1>a</h1><p>The ferry sank on 3 March 2019</p>`, '', '2024-05-16'],
  ['a caption', `${stamp('2024-05-16')}<h1>a</h1><figure><figcaption>The quay, 3 March 2019</figcaption></figure>`, '', '2024-05-16'],
  ['a caption without a figure', `${stamp('2024-05-16')}<h1>a</h1><p>Teodor Vask waits for the last boat of the year at the old quay on March 3, 2019.</p>`, '', '2024-05-16'],
  ['a post of somebody', `${stamp('2024-05-16')}<h1>a</h1><blockquote><p>Sunk!</p><p>March 3, 2019</p></blockquote>`, '', '2024-05-16'],
  ['a day far below', `${stamp('2024-05-16')}<h1>a</h1>${`<p>${'The harbour that was closed so long was full. '.repeat(4)}</p>`.repeat(4)}<p>March 3, 2019</p>`, '', '2024-05-16'],
  ['a later day that the page shows', `${stamp('2024-05-16')}${linked('2024-05-16')}<h1>a</h1><p>18 May 2024</p>`, '', '2024-05-16'],

  // What was changed.
  ['only an update, for readers', '<h1>a</h1><p>By Ilse Marrow</p><p>Updated on May 16, 2024 09:22 AM</p><p>b</p>', '', '2024-05-16'],
  ['an update, and the day', `${stamp('2024-05-16')}<h1>a</h1><p>Updated 18 May 2024</p>`, '', '2024-05-16'],
  ['an update, and the address', '<h1>a</h1><p>Updated 18 May 2024</p>', '/2024/05/16/a', '2024-05-16'],
  ['one day for both, of the update', `${stamp('2024-05-16T09:00:00+02:00')}<h1>a</h1><p>May 18, 2024 -- Updated 0203 GMT</p>`, '', '2024-05-16'],
  ['the day, and the time of an update', '<h1>a</h1><p>May 16, 2024, updated on May 18</p>', '', '2024-05-16'],
  ['a correction', '<h1>a</h1><p>Corrected 18 May 2024</p>', '', null],

  // Who shows what others wrote.
  ['at home elsewhere', '<link rel="canonical" href="https://b.example/2024/05/16/story"><h1>a</h1><time datetime="2024-05-17T11:45:00.000Z">1 day ago</time>', 'https://a.example/story', '2024-05-16'],
  ['at home here', '<link rel="canonical" href="https://a.example/2024/05/18/story">', 'https://a.example/2024/05/16/story', '2024-05-16'],
  ['at home elsewhere, on a day of which nothing is said', `<link rel="canonical" href="https://b.example/story">${stamp('2024-05-16')}`, '', '2024-05-16'],
  ['a time of a related article', '<h1>a</h1><p>May 16, 2024</p><div class="related-items"><time class="entry-date published" datetime="2018-01-27"></time><time pubdate datetime="2018-01-27"></time></div>', '', '2024-05-16'],
  ['a time of a comment', '<h1>a</h1><time class="published" datetime="2024-05-16"></time><ol class="comment-list"><li><time class="published" datetime="2024-05-18"></time></li></ol>', '', '2024-05-16'],
  ['a class around all', '<div class="has-related"><h1>a</h1><p><time class="published" datetime="2024-05-16"></time></p></div>', '', '2024-05-16'],

  // Days in numbers.
  ['the day first, in Britain', '<html lang="en-GB"><h1>a</h1><p>02/10/2024</p>', '', '2024-10-02'],
  ['the day first, by the address', '<h1>a</h1><p>02/10/2024</p>', 'https://a.example/en-gb/news/story', '2024-10-02'],
  ['the month first, in America', '<html lang="en-US"><h1>a</h1><p>02/10/2024</p>', '', '2024-02-10'],
  ['the month first, by the zone', '<h1>a</h1><p>02/10/24 06:56 AM EST</p>', '', '2024-02-10'],
  ['the day first, by the zone', '<html lang="en-US"><h1>a</h1><p>02/10/2024 02:00pm GMT</p>', '', '2024-10-02'],
  ['either way in Canada', '<html lang="en-CA"><h1>a</h1><p>02/10/2024</p>', '', null],
  ['either way', '<html lang="en"><h1>a</h1><p>02/10/2024</p>', '', null],
];
