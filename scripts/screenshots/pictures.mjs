// Pictures as small as they can be without looking worse: a palette in place of colours for every dot.

import sharp from 'sharp';

/** What a picture in the documents may weigh, in bytes. */
const heaviest = 150_000;

/**
 * Writes a picture, its colours in a palette.
 * @param {Uint8Array} picture
 * @param {string} path
 */
export async function writePicture(picture, path) {
  const { size } = await sharp(picture).removeAlpha().png({ palette: true, colours: 256, quality: 92, dither: 0.4, effort: 10, compressionLevel: 9 }).toFile(path);
  if (size > heaviest) throw new Error(`${path} has ${size} bytes, more than ${heaviest}`);
}

/**
 * Two pictures beside each other, as a page and a panel stand in a browser's window.
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
