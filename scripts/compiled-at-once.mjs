// Marks functions for eager compilation. By default, the browser pre-parses each function and parses it again when it is called, which
// takes longer than compiling it directly. Chromium compiles a function in parentheses eagerly
// (https://v8.dev/blog/preparser#pife); Firefox ignores them.

import { parse } from 'acorn';

/** @import { FunctionDeclaration } from 'acorn' */

/**
 * Puts function declarations of a script into parentheses.
 * @param {string} script one immediately invoked function, as esbuild writes it
 * @param {string[]} names of functions that are declared in it and called only at its end
 * @returns {string}
 */
export function compiledAtOnce(script, names) {
  const wanted = new Set(names);
  let text = script;
  for (const node of functionsIn(script).toReversed()) {
    const { start, end, id } = node;
    if (!wanted.delete(id.name)) continue;
    text = `${text.slice(0, start)}var ${id.name}=(${text.slice(start, id.start).trimEnd()}${text.slice(id.end, end)});${text.slice(end)}`;
  }
  if (wanted.size > 0) throw new Error(`no such functions: ${[...wanted].join(', ')}`);
  return text;
}

/** @param {string} script @returns {FunctionDeclaration[]} in their order */
function functionsIn(script) {
  return parse(script, { ecmaVersion: 'latest' }).body.flatMap((statement) => {
    const whole = statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' ? statement.expression.callee : null;
    if (whole?.type !== 'ArrowFunctionExpression' || whole.body.type !== 'BlockStatement') return [];
    return whole.body.body.filter((inner) => inner.type === 'FunctionDeclaration');
  });
}
