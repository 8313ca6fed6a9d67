// The regular expressions of the extension, and texts on which one that backtracks too much takes long.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RegExpParser } from '@eslint-community/regexpp';
import { parse } from 'acorn';

/** @typedef {import('@eslint-community/regexpp').AST.Element} Element */
/** @typedef {{ place: string, expression: RegExp }} Found */

/**
 * All regular expressions in the modules of a folder: the literals, and those that a module builds when it is loaded.
 * @param {string} folder
 * @returns {Promise<{ found: Found[], unknown: string[] }>} `unknown` are the places of those that a function builds
 */
export async function expressionsIn(folder) {
  /** @type {Found[]} */
  const found = [];
  /** @type {string[]} */
  const unknown = [];
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
  for (const path of modules.sort()) {
    const place = relative(folder, path);
    /** @type {string[]} */
    const builders = [];
    visit(parse(readFileSync(path, 'utf8'), { ecmaVersion: 'latest', sourceType: 'module', locations: true }), (node) => {
      const at = `${place}:${node.loc.start.line}`;
      if (node.regex) found.push({ place: at, expression: new RegExp(node.regex.pattern, node.regex.flags) });
      if (/^(?:New|Call)Expression$/.test(node.type) && node.callee.name === 'RegExp') builders.push(at);
    });
    const built = builders.length > 0 ? await builtBy(path) : [];
    if (built.length === builders.length) found.push(...built.map((expression, index) => ({ place: builders[index] ?? place, expression })));
    else unknown.push(...builders);
  }
  return { found, unknown };
}

/** Loads a module and notes what it builds. @param {string} path */
async function builtBy(path) {
  const { RegExp } = globalThis;
  /** @type {RegExp[]} */
  const built = [];
  globalThis.RegExp = new Proxy(RegExp, {
    construct(target, [pattern, flags]) {
      const expression = new target(pattern, flags);
      built.push(expression);
      return expression;
    },
  });
  try {
    await import(`${path}?built`);
  } finally {
    globalThis.RegExp = RegExp;
  }
  return built;
}

/** @param {any} node @param {(node: any) => void} each */
function visit(node, each) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') each(node);
  for (const [name, part] of Object.entries(node)) {
    if (name !== 'loc') visit(part, each);
  }
}

/** What may follow a repetition that came to nothing. */
const ends = ['', '!', '\n', '\n!', ' a b', '"', '0'];

/**
 * Texts for an expression: white space, and of everything that it matches the beginnings, repeated, and followed by what it repeats
 * itself.
 * @param {RegExp} expression
 * @param {number} length
 * @returns {Set<string>}
 */
export function hostileTexts({ source, flags }, length) {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: /[uv]/.test(flags), unicodeSets: flags.includes('v') });
  const beginnings = new Set([' ', '\n', 'a', '0']);
  /** A beginning, and what can be repeated behind it. @type {[string, string][]} */
  const repetitions = [];
  for (const { elements } of pattern.alternatives) walk(elements, '', beginnings, repetitions);
  const texts = new Set();
  for (const beginning of beginnings) {
    for (const end of ends) texts.add(filled(beginning, length) + end);
    texts.add(filled(`${beginning} `, length)).add(filled(`${beginning}a`, length));
  }
  for (const [beginning, repeated] of repetitions) {
    for (const end of ends) texts.add(beginning + filled(repeated, length) + end);
    texts.add(filled(beginning + repeated.repeat(3), length));
  }
  return texts;
}

/** @param {string} unit @param {number} length */
function filled(unit, length) {
  return unit.repeat(Math.ceil(length / Math.max(unit.length, 1)));
}

/**
 * Goes through a sequence, with one text for each of its elements.
 * @param {Element[]} elements
 * @param {string} before
 * @param {Set<string>} beginnings
 * @param {[string, string][]} repetitions
 */
function walk(elements, before, beginnings, repetitions) {
  let text = before;
  for (const element of elements) {
    const inner = element.type === 'Quantifier' ? element.element : element;
    const choices = samples(inner);
    if (element.type === 'Quantifier' && element.max > 20) {
      for (const choice of choices) repetitions.push([text, choice]);
    }
    for (const choice of choices) beginnings.add(text + choice);
    if ('alternatives' in inner && inner.type !== 'Assertion' && inner.type !== 'CharacterClass') {
      for (const { elements } of inner.alternatives) walk(elements, text, beginnings, repetitions);
    }
    const least = element.type === 'Quantifier' ? element.min : 1;
    text += (choices[0] ?? '').repeat(Math.max(least, element.type === 'Quantifier' && element.max > 0 && inner.type !== 'CharacterSet' ? 1 : 0));
  }
  beginnings.add(text);
  beginnings.delete('');
}

/** Characters of all kinds that expressions ask for. */
const characters = [' ', '\n', 'a', 'A', '0', '_', '-', '.', '"', ':', '/', ',', '!', '\u00ad', '\u2003', 'é', '\u0301', '“', '\ud83d', '\udc00', '😀'];

/** Texts that an element matches, one for each of its alternatives. @param {Element} element @returns {string[]} */
function samples(element) {
  switch (element.type) {
    case 'Character': return [String.fromCodePoint(element.value)];
    case 'CharacterSet':
    case 'CharacterClass': {
      const matches = new RegExp(`^${element.raw}$`, element.raw.includes('\\p') || element.raw.includes('\\u{') ? 'u' : '');
      return characters.filter((character) => matches.test(character)).slice(0, 6);
    }
    case 'Group':
    case 'CapturingGroup': return element.alternatives.map(({ elements }) => elements.map((part) => samples(part)[0] ?? '').join('')).filter(Boolean);
    case 'Quantifier': return element.max === 0 ? [] : samples(element.element).map((text) => text.repeat(Math.max(element.min, 1)));
    case 'Backreference': return typeof element.resolved === 'object' && !Array.isArray(element.resolved) ? samples(element.resolved) : [];
    default: return [];
  }
}
