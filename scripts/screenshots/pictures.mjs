// Writes small pictures without visible loss, by using a palette.

import sharp from 'sharp';

/** The largest size of a picture in the documents, in bytes. */
const heaviest = 150_000;

/**
 * Writes a picture with a palette.
 * @param {Uint8Array} picture
 * @param {string} path
 */
export async function writePicture(picture, path) {
  const { size } = await sharp(picture).removeAlpha().png({ palette: true, colours: 256, quality: 92, dither: 0.4, effort: 10, compressionLevel: 9 }).toFile(path);
  if (size > heaviest) throw new Error(`${path} has ${size} bytes, more than ${heaviest}`);
}

/**
 * Joins two pictures side by side, like a page and a panel in a browser's window.
 * @param {Uint8Array} left
 * @param {Uint8Array} right
 * @param {string} line the colour of the line between them
 */
export async function sideBySide(left, right, line) {
  const [one, other] = await Promise.all([left, right].map((picture) => sharp(picture).metadata()));
  const [width, height] = [(one?.width ?? 0) + 1 + (other?.width ?? 0), Math.max(one?.height ?? 0, other?.height ?? 0)];
  return sharp({ create: { width, height, channels: 3, background: line } })
    .composite([{ input: Buffer.from(left), left: 0, top: 0 }, { input: Buffer.from(right), left: (one?.width ?? 0) + 1, top: 0 }])
    .png().toBuffer();
}
