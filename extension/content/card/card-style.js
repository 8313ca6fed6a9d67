// How the card looks. It lives in its own shadow root, where the page's styles do not reach.

/** The card's style sheet: in pixels, for `rem` is the page's to say. */
export const cardStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
}

/* The page's rules for all elements of a kind may put something before and after them. */
:host::before,
:host::after {
  content: none !important;
}

.card {
  --paper: light-dark(#ffffff, #23252e);
  --ink: light-dark(#1b1d26, #eceef6);
  --soft: light-dark(#565a69, #b3b7c6);
  --line: light-dark(#e3e5ec, #3d404e);
  --tint: light-dark(#eef0fa, #31364a);
  --accent: light-dark(#3f5bd0, #9db2ff);
  color-scheme: light dark;
  position: fixed;
  inset: auto;
  box-sizing: border-box;
  display: none;
  flex-direction: column;
  inline-size: max-content;
  min-inline-size: 208px;
  max-inline-size: min(368px, calc(var(--wide, 100vw) - 16px));
  max-block-size: var(--room, calc(100vh - 16px));
  margin: 0;
  padding: 0;
  border: 1px solid light-dark(#d3d6e0, #4a4e5e);
  border-radius: 12px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.1), 0 10px 32px rgb(0 0 0 / 0.18);
  font: 400 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  letter-spacing: normal;
  text-align: start;
  overflow: hidden auto;
  scrollbar-width: thin;
}

/* Some tints are too light for small text. */
.card[data-tinted] {
  --accent: color-mix(in srgb, var(--speaker) 82%, var(--ink));
}

.card:not([data-layer="date"]) .body {
  border-block-start: 3px solid var(--speaker, transparent);
}

.card[data-layer="date"] {
  --accent: light-dark(#96500b, #f0b36b);
}

.card:popover-open {
  display: flex;
  animation: appear 90ms ease-out;
}

.card:focus-visible,
.action:focus-visible,
.by-hand:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}

/* Its foot would cover what lies within its border. */
.card:focus-visible {
  outline-offset: -1px;
}

.body {
  padding: 13px 17px 12px;
}

.label {
  margin: 0;
  color: var(--accent);
  font-size: 12px;
  font-weight: 600;
}

.title {
  margin: 1px 0 0;
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Source Serif 4", serif;
  font-size: 18px;
  font-weight: 600;
  line-height: 1.3;
  overflow-wrap: anywhere;
}

/* Unnamed speakers, such as “ministry official”, begin in lower case. */
.title::first-letter {
  text-transform: uppercase;
}

.subtitle {
  margin: 1px 0 0;
  color: var(--soft);
}

.details {
  display: grid;
  grid-template-columns: fit-content(45%) 1fr;
  gap: 4px 12px;
  margin: 10px 0 0;
  font-size: 13px;
}

.more {
  margin-block-start: 4px;
}

dt {
  color: var(--soft);
}

dd {
  margin: 0;
  overflow-wrap: anywhere;
}

/* Where the window is so low that the card scrolls, what can be done stays in sight. */
.foot {
  position: sticky;
  inset-block-end: 0;
  background: var(--paper);
}

.actions {
  padding: 5px 9px;
  border-block-start: 1px solid var(--line);
}

.row {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 2px;
}

.actions[hidden] {
  display: none;
}

.action {
  min-block-size: 30px;
  min-inline-size: 30px;
  padding: 3px 8px;
  border: 0;
  border-radius: 7px;
  background: none;
  color: var(--accent);
  font: inherit;
  font-size: 13px;
  font-weight: 550;
  white-space: nowrap;
  cursor: pointer;
}

.action:hover {
  background: var(--tint);
}

.action.previous,
.action.next {
  font-size: 18px;
  line-height: 1;
}

.choices {
  display: flex;
  flex-wrap: wrap;
  gap: 0 2px;
  margin-block-start: 4px;
  padding-block-start: 4px;
  border-block-start: 1px solid var(--line);
}

.question {
  inline-size: 100%;
  margin: 0;
  padding: 2px 8px;
  color: var(--soft);
  font-size: 13px;
}

/* Names can be long. */
.choices .action {
  max-inline-size: 100%;
  overflow: hidden;
  text-overflow: ellipsis;
}

.count {
  color: var(--soft);
  font-size: 13px;
  font-variant-numeric: tabular-nums;
}

.told {
  display: flex;
  flex-direction: column;
  gap: 6px;
  margin: 0;
  padding: 0 17px 11px;
  color: var(--soft);
  font-size: 13px;
}

.told:empty {
  block-size: 0;
  padding: 0;
}

.by-hand {
  box-sizing: border-box;
  inline-size: 100%;
  padding: 6px 8px;
  border: 1px solid light-dark(#7f8496, #7c8296);
  border-radius: 7px;
  background: transparent;
  color: var(--ink);
  font: inherit;
  resize: none;
}

@media (pointer: coarse) {
  .action {
    min-block-size: 40px;
    min-inline-size: 40px;
  }
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

@media (prefers-contrast: more) {
  .card {
    --soft: var(--ink);
    --line: var(--ink);
    border-color: var(--ink);
  }
}

@media (forced-colors: active) {
  .card {
    border-color: CanvasText;
  }

  .action {
    border: 1px solid ButtonBorder;
    color: ButtonText;
  }
}

@media print {
  .card {
    display: none;
  }
}
`;
