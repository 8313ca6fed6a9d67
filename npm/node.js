import { readFile } from 'node:fs/promises';
import { engine } from './engine.js';

export { blocksOf } from './engine.js';
export const { annotate, findDates } = engine(() => readFile(new URL('verbatim_bg.wasm', import.meta.url)));
