// Draws the extension's icons and the stores' pictures from their SVG sources: `npm run icons`.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The pictures: source, target, width, height, and the width of the transparent border. @type {[string, string, number, number, number][]} */
const pictures = [
  ...[16, 32, 48, 96, 128].map((size) => /** @type {const} */ (['extension/icons/verbatim.svg', `extension/icons/verbatim-${size}.png`, size, size, 0])),
  ...[16, 32, 48].map((size) => /** @type {const} */ (['extension/icons/verbatim-off.svg', `extension/icons/verbatim-off-${size}.png`, size, size, 0])),
  // Chrome's store requires a border.
  ['extension/icons/verbatim.svg', 'store/pictures/icon-128.png', 128, 128, 16],
  ['store/pictures/tile.svg', 'store/pictures/tile-440x280.png', 440, 280, 0],
];

for (const [from, to, width, height, edge] of pictures) {
  const svg = await readFile(join(root, from));
  const { width: drawn = width } = await sharp(svg).metadata();
  const inner = { width: width - 2 * edge, height: height - 2 * edge };
  await sharp(svg, { density: (72 * inner.width) / drawn })
    .resize(inner)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: '#0000' })
    .png({ compressionLevel: 9, effort: 10 })
    .toFile(join(root, to));
}
