// Which dates name a day or a time, rather than a length, a repetition or something vague.

/** @import { DateExpression } from '../../types/annotations.js' */

/**
 * Whether a date is one of the calendar or the clock: not *two years*, *every Friday* or *now*.
 * @param {Pick<DateExpression, 'type' | 'value'>} date
 */
export function namesTime({ type, value }) {
  return (type === 'DATE' || type === 'TIME') && !value.endsWith('_REF');
}
