// The module that wasm-bindgen generates beside `verbatim_bg.wasm`.
import type { Annotations, ArticleRequest, DateExpression } from '../annotations.js';

export default function init(options: { module_or_path: URL }): Promise<unknown>;
export function annotate(request: ArticleRequest): Annotations;
export function findDates(request: ArticleRequest): { dates: DateExpression[] };
