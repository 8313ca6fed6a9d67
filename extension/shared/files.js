// Files for the reader to keep.

/**
 * Saves a file as the browser saves downloads.
 * @param {string} text
 * @param {string} name
 * @param {string} type its media type
 */
export function saveFile(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
