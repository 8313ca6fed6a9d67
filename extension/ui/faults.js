// What is wrong with a search, in words.

import { element } from './elements.js';
import { message } from './page.js';

/** @import { Fault } from '../search/search.js' */

/** By the names that the engine's search gives them (`Fault` in `src/find/pattern.rs`, `QueryError::name` in `src/find/query.rs`). @type {Record<string, string>} */
const words = {
  'group-unclosed': 'findGroupUnclosed',
  'group-unopened': 'findGroupUnopened',
  'class-unclosed': 'findClassUnclosed',
  'class-invalid': 'findClassInvalid',
  'repetition-missing': 'findRepetitionMissing',
  'count-invalid': 'findCountInvalid',
  'escape-invalid': 'findEscapeInvalid',
  'group-invalid': 'findGroupInvalid',
  property: 'findProperty',
  unsupported: 'findUnsupported',
  'too-deep': 'findTooDeep',
  'too-large': 'findTooLarge',
  invalid: 'findInvalid',
  day: 'findDay',
  kind: 'findKind',
  sure: 'findSure',
  empty: 'findEmpty',
  slow: 'findSlow',
};

/** What is wrong and at which character. @param {Fault} fault */
export function faultInWords({ name, start }) {
  return message('findFault', message(words[name] ?? 'findInvalid'), start + 1);
}

/** The same, with the words that are wrong marked in the expression. @param {Fault} fault @param {string} expression @returns {(Node | string)[]} */
export function describeFault(fault, expression) {
  const [before, wrong, after] = [expression.slice(0, fault.start), expression.slice(fault.start, fault.end), expression.slice(fault.end)];
  return [element('span', '', faultInWords(fault)), ' ', element('code', '', before, element('mark', 'wrong', wrong || '\u200a'), after)];
}
