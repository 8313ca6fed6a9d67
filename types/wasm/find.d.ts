// The module that wasm-bindgen generates beside `find_bg.wasm`.

export default function init(options: { module_or_path: URL | BufferSource }): Promise<unknown>;

/** What somebody looks for. */
export class Search {
  /** Throws what is wrong: `{ name, part, start, end }`. */
  constructor(expression: string);
  /** What of it can be asked about a date; this one is used up. */
  ofDates(): Search;
  /** For each match: the place of the text among the names and then the words, its start and its end. Undefined if it is not looked for. */
  find(names: string[], words: string[], others: string[], reported: boolean, confidence: number, when: string | undefined): Uint32Array | undefined;
  free(): void;
}

/** What a statement must have to meet an expression: of the lines of each text one, whatever their case and accents. */
export function needed(expression: string): string[];
