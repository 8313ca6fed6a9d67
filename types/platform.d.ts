// What both browsers have and TypeScript's own library does not declare yet.

interface HighlightHit {
  highlight: Highlight;
  ranges: AbstractRange[];
}

interface HighlightRegistry {
  highlightsFromPoint?(x: number, y: number): HighlightHit[];
}
