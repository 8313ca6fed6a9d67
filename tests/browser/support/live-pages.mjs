// Pages with many times: the entries of live pages, and what looks like them.

const text = (/** @type {string} */ what) => `${what}, and the harbour of the island was full of people again.`;
const paragraph = (/** @type {string} */ what) => `<p>${text(what)}</p>`;
const times = ['12:05', '12:01', '11:40'];

/**
 * Where entries begin and what they say of their time: name, HTML, entries as `first words @ texts`. An end without a time is `-`.
 * @type {[string, string, string[]][]}
 */
export const livePages = [
  ['an element with a time for each', `<h1>a</h1>${times.map((time, index) => `<article><time datetime="2025-03-14T${time}:00Z">${time} GMT</time><h2>Heading ${index}</h2>${paragraph(`Entry ${index}`)}</article>`).join('')}`,
    times.map((time) => `${time} GMT @ 2025-03-14T${time}:00Z, ${time} GMT`)],
  ['the time behind the heading, and an introduction', `<h1>a</h1>${paragraph('Here it is')}<ol>${times.map((time, index) => `<li><h3>Heading ${index}</h3><p>By B <time datetime="2025-03-14T${time}:00+01:00">${time}</time></p>${paragraph(`Entry ${index}`)}${paragraph('More')}</li>`).join('')}</ol>${paragraph('After all')}`,
    ['Heading 0 @ 2025-03-14T12:05:00+01:00, 12:05', 'Heading 1 @ 2025-03-14T12:01:00+01:00, 12:01', 'Heading 2 @ 2025-03-14T11:40:00+01:00, 11:40', 'After all -']],
  ['a published time and an update for each', `<h1>a</h1>${times.map((time, index) => `<div class="entry"><div><time>${time}</time> <span>updated <time>13:00</time></span></div>${paragraph(`Entry ${index}`)}</div>`).join('')}`,
    times.map((time) => `${time} updated 13:00 @ ${time}`)],
  ['headings with times, the latest first', `<h1>a</h1>${times.map((time, index) => `<h2>${time}: Heading ${index}</h2>${paragraph(`Entry ${index}`)}`).join('')}`,
    times.map((time, index) => `${time}: Heading ${index} @ ${time}`)],
  ['headings with times, on a page that calls itself live', `<h1>Ferry: as it happened</h1>${['9am', '10.15am', '1.05pm'].map((time, index) => `<h3>${time} GMT</h3>${paragraph(`Entry ${index}`)}`).join('')}`,
    ['9am GMT @ 9am GMT', '10.15am GMT @ 10.15am GMT', '1.05pm GMT @ 1.05pm GMT']],
  ['paragraphs that begin with times', `<h1>a</h1>${times.map((time, index) => `<p><b>${time}</b> – ${text(`Entry ${index}`)}</p>${paragraph('More')}`).join('')}`,
    times.map((time) => `${time} – Entry @ ${time}`)],
  ['times between paragraphs, over midnight', `<h1>Live: a</h1>${['00:20', '23:50', '23:10', '22:05'].map((time, index) => `<time>${time}</time>${paragraph(`Entry ${index}`)}`).join('')}`,
    ['Entry 0, and @ 00:20', 'Entry 1, and @ 23:50', 'Entry 2, and @ 23:10', 'Entry 3, and @ 22:05']],
  ['entries in the order of the day, marked as published', `<h1>a</h1>${times.toReversed().map((time, index) => `<div><time class="published" datetime="2025-03-14T${time}:00+01:00"></time>${paragraph(`Entry ${index}`)}</div>`).join('')}`,
    times.toReversed().map((time, index) => `Entry ${index}, and @ 2025-03-14T${time}:00+01:00`)],

  ['an article with a time of its publication and one of its update', `<h1>Live: a</h1><time>12:05</time> <time>13:05</time>${paragraph('One')}${paragraph('Two')}${paragraph('Three')}`, []],
  ['times within running text', `<h1>Live: a</h1>${times.map((time) => `<p>The ferry left at <time>${time}</time>, ${text('late')}</p>`).join('')}`, []],
  ['times of comments', `<h1>Live: a</h1>${paragraph('One')}<div class="comments">${times.map((time) => `<div><time datetime="2025-03-14T${time}:00Z"></time>${paragraph('I say')}</div>`).join('')}</div>`, []],
  ['times of related articles', `<h1>Live: a</h1>${paragraph('One')}<aside>${times.map((time) => `<div><time>${time}</time>${paragraph('Other')}</div>`).join('')}</aside><div class="related">${times.map((time) => `<div><time>${time}</time><a href="/x">Other</a></div>`).join('')}</div>`, []],
  ['a timetable', `<h1>Live music on the island</h1>${paragraph('One')}<ul>${times.toReversed().map((time) => `<li><time>${time}</time> The boat to the other side leaves from the pier</li>`).join('')}</ul>`, []],
  ['a timetable in lines', `<h1>The day</h1>${paragraph('One')}${times.toReversed().map((time) => `<p>${time}: Doors open</p>`).join('')}`, []],
  ['a programme with texts', `<h1>The festival</h1>${times.toReversed().map((time, index) => `<h3>${time} Speech ${index}</h3>${paragraph('Somebody will speak')}`).join('')}`, []],
  ['sentences that begin with times', `<h1>Live: a</h1>${times.map((time) => `<p>${time} was the time when ${text('it began')}</p>`).join('')}`, []],
  ['numbers at the heads of headings', `<h1>Live: a</h1>${[3, 2, 1].map((place) => `<h2>${place}. Heading</h2>${paragraph('Text')}`).join('')}`, []],
  ['scores', `<h1>Live: a</h1>${['3-1', '2-1', '1-0'].map((score) => `<h2>${score} Heading</h2>${paragraph('Text')}`).join('')}`, []],
  ['times in no order', `<h1>Live: a</h1>${['12:05', '9:10', '18:00', '7:30', '15:00', '6:00'].map((time) => `<h2>${time} Train</h2>${paragraph('Text')}`).join('')}`, []],
];

/**
 * When entries were published: name, address, day of the page, texts of entries, `day time` of each; none where they are of something
 * else.
 * @type {[string, string, string | null, string[][], string[]][]}
 */
export const datedPages = [
  ['times without days', '', '2025-03-14', [['12:05'], ['9.10am'], ['1 pm GMT'], ['12.30 a.m.']], ['2025-03-14 12:05', '2025-03-14 09:10', '2025-03-14 13:00', '2025-03-14 00:30']],
  ['days of their own', '', '2025-03-14', [['2025-03-15T08:10:00+01:00', '08:10'], ['2025-03-14T23:50:00+01:00']], ['2025-03-15 08:10', '2025-03-14 23:50']],
  ['UTC, and the time that readers see', '', '2025-03-14', [['2025-03-15T03:50:00Z', '11:50 p.m.'], ['2025-03-15T04:10:00Z', '12:10 a.m.'], ['2025-03-14T23:30:00Z', '10:30']], ['2025-03-14 23:50', '2025-03-15 00:10', '2025-03-15 10:30']],
  ['UTC, and the country', 'https://a.example.in/live', '2025-03-14', [['2025-03-14T20:00:00Z']], ['2025-03-15 01:30']],
  ['UTC and nothing else', '', '2025-03-14', [['2025-03-14T20:00:00Z', '5m ago']], ['2025-03-14 null']],
  ['days in words', '', '2025-03-14', [['15 March 2025 at 12:05'], ['March 14, 2025, 9:10 pm']], ['2025-03-15 12:05', '2025-03-14 21:10']],
  ['no day of the page', '', null, [['12:05'], ['2025-03-15T08:10:00+01:00']], ['null 12:05', '2025-03-15 08:10']],
  ['the end of the last entry', '', '2025-03-14', [['2025-03-15T08:10:00+01:00'], []], ['2025-03-15 08:10', '2025-03-14 null']],
  ['days to come', '', '2025-03-14', [['2025-07-01T08:10'], ['2025-07-02T08:10']], []],
  ['days long gone', '', '2025-03-14', [['2024-07-01T08:10'], ['2025-03-14T08:10']], []],
];
