// The module that wasm-bindgen generates beside `verbatim_bg.wasm`.
import type { Annotations, DateExpression, EngineRequest } from '../annotations.js';

export default function init(options: { module_or_path: URL | BufferSource }): Promise<unknown>;
export function annotate(request: EngineRequest): Annotations;
/** Makes a new instance of the engine, with a memory of its own. */
export function __wbg_reset_state(): void;
export function findDates(request: EngineRequest): { dates: DateExpression[] };
