// Settings as a file: written for people to keep, read with care.

import { defaultSettings, parseSettings } from './settings.js';

/** @import { Settings } from './settings.js' */

/** What a file of ours says of itself. */
const kind = 'verbatim-settings';
/** A larger file is none of ours, in bytes. */
const largest = 1_000_000;

/**
 * Why a file cannot be read: `json` is no JSON, `other` is not one of ours, `newer` comes from a newer version, `field` has a
 * field that says nothing sensible, `watch` has an entry of the watch list that no search understands.
 * @typedef {'large' | 'json' | 'other' | 'newer' | 'field' | 'watch'} Fault
 */

export class BackupError extends Error {
  /** @param {Fault} fault @param {string} [field] which field or entry it is */
  constructor(fault, field = '') {
    super(`${fault} ${field}`);
    this.fault = fault;
    this.field = field;
  }
}

/** @param {Settings} settings */
export function writeBackup(settings) {
  return `${JSON.stringify({ kind, ...settings }, null, 2)}\n`;
}

/**
 * @param {string} text
 * @returns {Settings}
 * @throws {BackupError} where the text is not a file of settings; nothing is guessed
 */
export function readBackup(text) {
  if (text.length > largest) throw new BackupError('large');
  const read = parseJson(text);
  if (typeof read !== 'object' || read === null || /** @type {{ kind?: unknown }} */ (read).kind !== kind) throw new BackupError('other');
  const stored = /** @type {Record<string, unknown>} */ (read);
  const { version } = defaultSettings();
  if (typeof stored.version === 'number' && stored.version > version) throw new BackupError('newer');
  const settings = parseSettings(stored);
  for (const [name, value] of Object.entries(settings)) {
    if (name in stored && !sameValue(stored[name], value)) throw new BackupError('field', name);
  }
  return settings;
}

/** @param {string} text @returns {unknown} */
function parseJson(text) {
  try {
    // Editors may have put a mark of byte order before it.
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new BackupError('json');
  }
}

/** Whether a value is as it was read: what was mended was broken. What is left out has its default. @param {unknown} one @param {unknown} other @returns {boolean} */
function sameValue(one, other) {
  if (Array.isArray(other)) return Array.isArray(one) && one.length === other.length && other.every((value, index) => sameValue(one[index], value));
  if (typeof other === 'object' && other !== null) {
    return typeof one === 'object' && one !== null
      && Object.entries(other).every(([name, value]) => !(name in one) || sameValue(/** @type {Record<string, unknown>} */ (one)[name], value));
  }
  return typeof one === 'string' && typeof other === 'string' ? one.toLowerCase() === other.toLowerCase() : one === other;
}
