// How the card looks. It lives in its own shadow root, where the page's styles do not reach.

/** The card's style sheet. */
export const cardStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
}

.words {
  position: fixed;
  pointer-events: none;
  anchor-name: --verbatim-words;
}

.card {
  --quote: light-dark(#3f5bd0, #9db2ff);
  --date: light-dark(#96500b, #f0b36b);
  color-scheme: light dark;
  position: fixed;
  position-anchor: --verbatim-words;
  position-area: block-end span-inline-end;
  position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
  inset: auto;
  box-sizing: border-box;
  inline-size: max-content;
  max-inline-size: min(22rem, calc(100vw - 16px));
  margin: 7px 0;
  padding: 12px 16px 13px 17px;
  border: 1px solid light-dark(#d8dae3, #474b5a);
  border-radius: 10px;
  background: light-dark(#ffffff, #23252e);
  color: light-dark(#1b1d26, #eceef6);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 8px 28px rgb(0 0 0 / 0.2);
  font: 400 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  text-align: start;
  overflow: hidden;
}

.card:popover-open {
  animation: appear 90ms ease-out;
}

.card::before {
  content: "";
  position: absolute;
  inset: 0 auto 0 0;
  inline-size: 4px;
  background: var(--quote);
}

.card[data-layer="date"]::before {
  background: var(--date);
}

.label {
  margin: 0;
  color: var(--quote);
  font-size: 12px;
  font-weight: 600;
}

.card[data-layer="date"] .label {
  color: var(--date);
}

.title {
  margin: 1px 0 0;
  font-size: 17px;
  font-weight: 650;
  line-height: 1.3;
  overflow-wrap: anywhere;
}

/* Unnamed speakers, such as “ministry official”, begin in lower case. */
.title::first-letter {
  text-transform: uppercase;
}

.subtitle {
  margin: 1px 0 0;
  color: light-dark(#565a69, #b3b7c6);
}

.details {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 3px 12px;
  margin: 9px 0 0;
  padding: 8px 0 0;
  border-block-start: 1px solid light-dark(#e6e8ef, #3a3d4a);
  font-size: 13px;
}

dt {
  color: light-dark(#565a69, #b3b7c6);
}

dd {
  margin: 0;
  overflow-wrap: anywhere;
}

@keyframes appear {
  from {
    opacity: 0;
    translate: 0 3px;
  }
}

@media (prefers-reduced-motion: reduce) {
  .card:popover-open {
    animation: none;
  }
}

@media (forced-colors: active) {
  .card {
    border-color: CanvasText;
  }
}

@media print {
  .card {
    display: none;
  }
}
`;
