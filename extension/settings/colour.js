// Colours as numbers, and the contrast between them, as the Web Content Accessibility Guidelines 2.2 define it.

/**
 * A colour of sRGB: each channel from 0 to 255, the alpha from 0 to 1.
 * @typedef {{ red: number, green: number, blue: number, alpha: number }} Colour
 */

/**
 * @param {string} hex `#rrggbb`
 * @param {number} [alpha]
 * @returns {Colour}
 */
export function fromHex(hex, alpha = 1) {
  const value = Number.parseInt(hex.slice(1), 16);
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255, alpha };
}

/** @param {Colour} colour as CSS writes it */
export function toCss({ red, green, blue, alpha }) {
  return `rgb(${[red, green, blue].map(Math.round).join(' ')}${alpha < 1 ? ` / ${alpha}` : ''})`;
}

/**
 * A translucent colour on an opaque one.
 * @param {Colour} above
 * @param {Colour} below
 * @returns {Colour}
 */
export function over({ red, green, blue, alpha }, below) {
  if (alpha === 0 && below.alpha === 1) return below;
  const mix = (/** @type {number} */ one, /** @type {number} */ other) => one * alpha + other * (1 - alpha);
  return { red: mix(red, below.red), green: mix(green, below.green), blue: mix(blue, below.blue), alpha: 1 };
}

/**
 * How light an opaque colour is, from 0 for black to 1 for white.
 * @param {Colour} colour
 */
export function luminance({ red, green, blue }) {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** @param {number} channel */
function linear(channel) {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/**
 * The contrast between two opaque colours: from 1 to 21.
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
