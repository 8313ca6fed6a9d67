// What both browsers have and TypeScript's own library does not yet name.

interface HighlightHit {
  highlight: Highlight;
  ranges: AbstractRange[];
}

interface HighlightRegistry {
  highlightsFromPoint?(x: number, y: number): HighlightHit[];
}
