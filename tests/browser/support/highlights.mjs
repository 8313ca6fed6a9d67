// Reads from a page what the extension painted on it: the registry of highlights is shared with the page.

import { eventually } from './waiting.mjs';

export { pause } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * The painted texts of a layer, in reading order, white space as the page shows it.
 * @param {Page | import('puppeteer-core').Frame} page
 * @param {'quote' | 'reported' | 'speaker' | 'date' | 'watched'} layer
 * @returns {Promise<string[]>}
 */
export function painted(page, layer) {
  return page.evaluate((name) => {
    // Text that was removed or cut short is not painted.
    const onPage = [...CSS.highlights].filter(([of]) => of === name || of.startsWith(`${name}-`)).flatMap(([, highlight]) => [...highlight]).filter(({ startContainer, endContainer, endOffset }) => (
      startContainer.isConnected && endContainer.isConnected && endOffset <= (endContainer.nodeValue ?? '').length));
    const live = onPage.map((range) => {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      return copy;
    });
    // What stands in shadow trees comes last: it has no place among the rest.
    const inShadow = live.filter(({ startContainer }) => startContainer.getRootNode() !== document);
    const inPage = live.filter((range) => !inShadow.includes(range));
    inPage.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    return [...inPage, ...inShadow].map((range) => range.toString().replaceAll('\u00ad', '').replace(/[\s\u00a0]+/g, ' '));
  }, `verbatim-${layer}`);
}

/**
 * Waits until the layer has been painted and, where told, is as it should be.
 * @param {Page} page
 * @param {(texts: string[]) => boolean} [expected]
 * @param {'quote' | 'reported' | 'speaker' | 'date' | 'watched'} [layer]
 */
export function waitForPainted(page, expected = (texts) => texts.length > 0, layer = 'quote') {
  return eventually(() => painted(page, layer), expected, (texts) => `painted in time were only: ${JSON.stringify(texts)}`);
}

/**
 * Scrolls to the `index`th painted text of a layer and gives the middle of its first line, in the window.
 * @param {Page} page
 * @param {'quote' | 'reported' | 'speaker' | 'date' | 'watched'} layer
 * @param {number} index
 */
export function placeOf(page, layer, index) {
  return page.evaluate((name, index) => {
    const live = [...CSS.highlights].filter(([of]) => of === name || of.startsWith(`${name}-`)).flatMap(([, highlight]) => [...highlight]).map((range) => {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      return copy;
    });
    live.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    const range = live[index];
    if (!range) throw new Error(`nothing painted at ${index}`);
    // The page may have a field of that name.
    Element.prototype.scrollIntoView.call(range.startContainer.parentElement, { block: 'center' });
    const box = [...range.getClientRects()].find(({ width }) => width > 0);
    if (!box) throw new Error(`${range} is not on the page`);
    return { x: box.left + Math.min(box.width / 2, 12), y: box.top + box.height / 2, text: range.toString() };
  }, `verbatim-${layer}`, index);
}

/**
 * What the open card says, or null. It is in a closed shadow root, so the browsers' own tools are asked.
 * @param {Page} page
 * @param {import('./browsers.mjs').BrowserName} name
 * @returns {Promise<{ label: string, title: string, subtitle: string, details: Record<string, string>, actions: string[], count: string, told: string } | null>}
 */
export async function readCard(page, name) {
  const tree = name === 'chromium' ? await cardTreeOfChromium(page) : await cardTreeOfFirefox(page);
  if (!tree) return null;
  const find = (/** @type {string} */ wanted) => text(all(tree).find((node) => node.className === wanted));
  const terms = all(tree).filter((node) => node.tag === 'dt').map(text);
  const texts = all(tree).filter((node) => node.tag === 'dd').map(text);
  return {
    label: find('label'), title: find('title'), subtitle: find('subtitle'),
    details: Object.fromEntries(terms.map((term, index) => [term, texts[index] ?? ''])),
    actions: all(tree).filter((node) => node.tag === 'button').map(text), count: find('count'), told: find('told'),
  };
}

/** @typedef {{ tag: string, className: string, value: string, children: Node[] }} Node */

/** @param {Node} node @returns {Node[]} */
function all(node) {
  return [node, ...node.children.flatMap(all)];
}

/** @param {Node | undefined} node @returns {string} */
function text(node) {
  return node ? node.value + node.children.map(text).join('') : '';
}

/** @param {Page} page */
async function cardTreeOfChromium(page) {
  const session = await page.createCDPSession();
  try {
    // Only the card is read, not the page, which may be long. What the page has made of its own methods does not matter here.
    const { root } = await session.send('DOM.getDocument', { depth: 1 });
    const { nodeIds: [nodeId] } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: ':root > [data-verbatim-card]:last-child' });
    if (nodeId === undefined) return null;
    // Between the two questions it may have gone.
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true }).catch(() => ({ node: null }));
    /** @param {import('puppeteer-core').Protocol.DOM.Node} node @returns {Node} */
    const simple = (node) => ({
      tag: node.localName, className: node.attributes?.[node.attributes.indexOf('class') + 1] ?? '', value: node.nodeValue,
      children: [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(simple),
    });
    return node?.shadowRoots ? simple(node) : null;
  } finally {
    await session.detach();
  }
}

/** @param {Page} page */
async function cardTreeOfFirefox(page) {
  const { connection } = /** @type {any} */ (page.browser());
  const { result } = await connection.send('script.evaluate', {
    expression: 'document.querySelector(":root > [data-verbatim-card]:last-child")',
    target: { context: /** @type {any} */ (page.mainFrame())._id },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  const { result: node } = result;
  /** @param {any} node @returns {Node} */
  const simple = ({ value }) => ({
    tag: value.localName ?? '', className: value.attributes?.class ?? '', value: value.nodeValue ?? '',
    children: [...(value.children ?? []), ...(value.shadowRoot ? [value.shadowRoot] : [])].map(simple),
  });
  return node.type === 'node' ? simple(node) : null;
}

/**
 * Waits until the card says what is expected.
 * @param {Page} page
 * @param {import('./browsers.mjs').BrowserName} name
 * @param {(card: NonNullable<Awaited<ReturnType<typeof readCard>>>) => boolean} [expected]
 */
export function waitForCard(page, name, expected = (card) => card.title !== '') {
  // Before the first card there is no element at all.
  const none = { label: '', title: '', subtitle: '', details: {}, actions: [], count: '', told: '' };
  return eventually(async () => await readCard(page, name) ?? none, expected, (card) => `the card says ${JSON.stringify(card)}`);
}
