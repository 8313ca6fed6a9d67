// Galleries within an article: lists of pictures that are counted, “3/50”, each with some lines of its own. They are made once for many
// articles, and what is said in them is not of this one.

import { closestTo, holds } from '../dom.js';
import { longParagraph } from '../find/article.js';

/** @import { Block } from './block.js' */

const counted = /^\d{1,3} ?(?:\/|of) ?\d{1,3}\b/;
const fewestPictures = 3;
const fewestParagraphs = 3;

/**
 * The blocks that stand in no gallery, unless the gallery is the article.
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
export function withoutGalleries(blocks) {
  const lists = blocks.filter(({ kind, text }) => kind === 'subheading' && counted.test(text)).flatMap(({ element }) => closestTo(element, 'ul, ol') ?? []);
  if (lists.length < fewestPictures) return blocks;
  const galleries = [...new Set(lists)];
  const others = blocks.filter(({ element }) => !galleries.some((gallery) => holds(gallery, element)));
  const paragraphs = others.filter(({ kind, text }) => kind === 'paragraph' && text.length >= longParagraph);
  return paragraphs.length >= fewestParagraphs ? others : blocks;
}
