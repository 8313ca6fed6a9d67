// One engine for all tabs: whatever one page asks, the others are answered, and each request is asked once.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { limited } from '../../extension/background/limits.js';
import { Queue } from '../../extension/background/queue.js';
import { Again } from '../../extension/content/again.js';
import { annotateInBackground, isFinal } from '../../extension/content/ask.js';
import { partsOf } from '../../extension/content/collect/parts.js';
import { longestBlock, longestPart } from '../../extension/shared/request-size.js';

/**
 * What is asked of a queue while the first request is worked on, as `tab.frame.id`, and what comes of all, in the order in which it does.
 * A request that is not done has a `-` before it.
 * @type {[string, string, string][]}
 */
const orders = [
  ['nothing else', '', '1.0.a'],
  ['another tab', '2.0.a', '1.0.a 2.0.a'],
  ['tabs take turns', '1.1.a 1.2.a 2.0.a 3.0.a 2.1.a', '1.0.a 1.1.a 2.0.a 3.0.a 1.2.a 2.1.a'],
  ['another of the same frame', '1.0.b 2.0.a', '1.0.a 1.0.b 2.0.a'],
  ['a frame that asks for something else keeps its turn', '1.0.b 2.0.a 1.0.c', '-1.0.b 1.0.a 1.0.c 2.0.a'],
  ['frames of the same number in other tabs', '2.0.a 3.0.b', '1.0.a 2.0.a 3.0.b'],
];

for (const [name, asked, expected] of orders) {
  test(`the order of what is asked: ${name}`, async () => {
    /** @type {string[]} */
    const done = [];
    const queue = new Queue();
    const all = ['1.0.a', ...asked.split(' ').filter(Boolean)].map((request) => queue.ask(askerOf(request), () => request).then((answer) => done.push(answer), () => done.push(`-${request}`)));
    await Promise.all(all);
    assert.equal(done.join(' '), expected);
  });
}

test('who asks for the same again joins it, while it waits and while it is worked on', async () => {
  const queue = new Queue();
  let times = 0;
  const ask = (/** @type {string} */ request) => queue.ask(askerOf(request), async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `${request} ${times += 1}`;
  });
  const all = [ask('1.0.a'), ask('2.0.a'), ask('1.0.a'), ask('2.0.a')];
  assert.ok(queue.has(askerOf('1.0.a')) && queue.has(askerOf('2.0.a')) && !queue.has(askerOf('2.0.b')) && !queue.has(askerOf('3.0.a')));
  assert.deepEqual(await Promise.all(all), ['1.0.a 1', '2.0.a 2', '1.0.a 1', '2.0.a 2']);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(!queue.has(askerOf('2.0.a')));
});

test('what fails does not hold up the rest', async () => {
  const queue = new Queue();
  const failing = queue.ask(askerOf('1.0.a'), () => {
    throw new Error('broken');
  });
  const next = queue.ask(askerOf('1.1.a'), () => 'done');
  await assert.rejects(failing, /broken/);
  assert.equal(await next, 'done');
});

test('of a tab no more than thirty frames wait, and another tab has its turn next', async () => {
  const queue = new Queue();
  let done = 0;
  const all = Promise.allSettled(Array.from({ length: 1_000 }, (_, frame) => queue.ask(askerOf(`1.${frame}.a`), () => done += 1)));
  // The first was worked on already, and the next of the tab was before.
  assert.equal(await queue.ask(askerOf('2.0.a'), () => done), 2);
  const answers = await all;
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 31);
});

test('messages get in between two requests', async () => {
  const queue = new Queue();
  let timers = 0;
  const timer = setInterval(() => timers += 1);
  for (let count = 0; count < 20; count += 1) {
    await queue.ask(askerOf(`1.0.${count}`), () => {
      for (const end = performance.now() + 5; performance.now() < end;);
    });
  }
  clearInterval(timer);
  assert.ok(timers >= 15, `${timers}`);
});

/** @param {string} request */
function askerOf(request) {
  const [tab, frame, id] = request.split('.');
  return { tab: Number(tab), frame: Number(frame), id };
}

/** What is asked at once: name, blocks, how many characters of the first are asked about; null where it is refused. @type {[string, string[], number | null][]} */
const requests = [
  ['nothing', [], 0],
  ['a paragraph', ['a'.repeat(500)], 500],
  ['a block as long as may be', ['a'.repeat(longestBlock)], longestBlock],
  ['a block that is too long', ['a'.repeat(10 * longestBlock)], longestBlock],
  ['two blocks that are too long together', ['a'.repeat(longestBlock), 'a'], null],
  ['many blocks', Array.from({ length: 5_000 }, () => 'a'), 1],
  ['too many blocks', Array.from({ length: 1_000_000 }, () => ''), null],
];

for (const [name, texts, expected] of requests) {
  test(`what is asked at once: ${name}`, () => {
    const blocks = texts.map((text) => ({ kind: /** @type {const} */ ('paragraph'), text, element: /** @type {any} */ (null) }));
    const request = { published: null, clues: null, language: 'en', blocks };
    if (expected === null) assert.throws(() => limited(request), /characters are asked about at once/);
    else assert.equal(limited(request).blocks[0]?.text.length ?? 0, expected);
    // What a page asks in parts is never refused.
    for (const { start, end } of partsOf(blocks)) limited({ ...request, blocks: blocks.slice(start, end) });
    assert.ok(partsOf(blocks).length < 2 + texts.join('').length / longestPart * 2 + texts.length / 5_000);
  });
}

describe('a page that asks the background', () => {
  const answer = { annotations: { quotes: [] }, published: null };
  /** @typedef {'works' | 'forgets' | 'is silent'} Background what it says of a request whose answer is due */

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => {
    mock.timers.reset();
    Reflect.deleteProperty(globalThis, 'chrome');
    Reflect.deleteProperty(globalThis, 'location');
  });

  /**
   * Asks, and tells what messages were sent.
   * @param {number} seconds after which it is answered
   * @param {Background} background
   * @param {unknown} [answered]
   */
  async function ask(seconds, background, answered = answer) {
    /** @type {string[]} */
    const sent = [];
    const sendMessage = (/** @type {{ type: string }} */ { type }) => {
      sent.push(type);
      if (type === 'annotate') return new Promise((resolve) => setTimeout(resolve, seconds * 1_000, answered));
      return background === 'is silent' ? new Promise(() => {}) : Promise.resolve({ working: background === 'works' });
    };
    Object.assign(globalThis, { location: { href: 'https://courier.example/story' }, chrome: { runtime: { id: 'here', sendMessage } } });
    /** @type {{ answer?: unknown, error?: unknown }} */
    const outcome = {};
    void annotateInBackground({ published: null, clues: null, language: 'en', blocks: [] }).then((found) => outcome.answer = found, (error) => outcome.error = error);
    for (let elapsed = 0; elapsed < 100_000 && !outcome.answer && !outcome.error; elapsed += 100) {
      mock.timers.tick(100);
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
    return { ...outcome, asked: sent.filter((type) => type === 'annotate').length };
  }

  /** Name, seconds until the answer, what the background says meanwhile, how often it was asked, whether there was an answer. @type {[string, number, Background, number, boolean][]} */
  const patience = [
    ['is answered at once', 0.5, 'works', 1, true],
    ['asks once while the background works on it', 60, 'works', 1, true],
    ['asks again where the background was ended', 2, 'forgets', 2, true],
    ['gives up where nobody answers', 1_000, 'is silent', 4, false],
  ];
  for (const [name, seconds, background, times, answered] of patience) {
    test(name, async () => {
      const { asked, answer: found, error } = await ask(seconds, background);
      assert.deepEqual([asked, found !== undefined], [times, answered]);
      if (!answered) assert.ok(!isFinal(error));
    });
  }

  test('does not ask again what was refused', async () => {
    const { asked, error } = await ask(0.1, 'works', { error: 'too long', postponed: false });
    assert.deepEqual([asked, isFinal(error)], [1, true]);
  });

  test('does not ask again at once what was postponed, but may later', async () => {
    const { asked, error } = await ask(0.1, 'works', { error: 'out of date', postponed: true });
    assert.deepEqual([asked, isFinal(error)], [1, false]);
  });
});

describe('what came to nothing is done again', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    Object.assign(globalThis, { document: page });
  });
  afterEach(() => {
    mock.timers.reset();
    Reflect.deleteProperty(globalThis, 'document');
  });

  /** Shows or hides the page. @param {'visible' | 'hidden'} state */
  function show(state) {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  }

  test('after pauses that grow', () => {
    /** @type {number[]} */
    const times = [];
    let second = 0;
    const again = new Again(() => {
      times.push(second);
      again.later();
    });
    again.later();
    again.later();
    for (; second < 600; second += 1) mock.timers.tick(1_000);
    again.settle();
    assert.deepEqual(times.slice(0, 3).map((time) => time + 1), [4, 12, 28]);
    assert.ok(times.length <= 9, `${times.length} times in ten minutes`);
  });

  test('as soon as the page is looked at again, and once', () => {
    let times = 0;
    const again = new Again(() => times += 1);
    show('visible');
    again.later();
    show('hidden');
    assert.equal(times, 0);
    show('visible');
    show('visible');
    mock.timers.tick(1_000_000);
    assert.equal(times, 1);
  });

  test('not where it came to something, nor at the end', () => {
    let times = 0;
    const controller = new AbortController();
    const again = new Again(() => times += 1, controller.signal);
    again.later();
    again.settle();
    mock.timers.tick(1_000_000);
    again.later();
    controller.abort();
    show('visible');
    mock.timers.tick(1_000_000);
    assert.equal(times, 0);
  });
});
