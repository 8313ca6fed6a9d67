import { engine } from './engine.js';

export { blocksOf } from './engine.js';
// Bundlers know this form, and copy the file.
export const { annotate, findDates } = engine(() => new URL('verbatim_bg.wasm', import.meta.url));
