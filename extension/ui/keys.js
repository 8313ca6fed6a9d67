// The keys as the browser has them now.

/** In the order of the manifest; browsers list them in other orders. */
const order = ['toggle', 'next', 'previous', 'panel'];
const signs = /** @type {Record<string, string>} */ ({ Period: '.', Comma: ',' });

/**
 * The commands with what they do and their keys, which are empty where there are none. Firefox for Android has no commands.
 * @returns {Promise<{ does: string, keys: string }[]>}
 */
export async function readKeys() {
  const commands = await chrome.commands?.getAll() ?? [];
  const ours = commands.filter(({ name = '' }) => order.includes(name));
  ours.sort(({ name: one = '' }, { name: other = '' }) => order.indexOf(one) - order.indexOf(other));
  return ours.map(({ description = '', shortcut = '' }) => ({
    does: description,
    keys: shortcut.replace(/Period|Comma/u, (name) => signs[name] ?? name),
  }));
}
