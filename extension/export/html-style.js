// How a report looks as a web page, on a screen and on paper.

export const htmlStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1b1d26, #e7e9f1); --soft: light-dark(#565a69, #a9aebf); --line: light-dark(#dcdfe8, #333846); --tint: light-dark(#eceffb, #2b3148); --link: light-dark(#33418f, #a9b8ff); }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; background: light-dark(#ffffff, #1c1f27); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, blockquote { font-family: Charter, Georgia, serif; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0; font-size: 1rem; }
h2::first-letter { text-transform: uppercase; }
main > h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; }
p { margin: 0.25rem 0 0; }
a { color: var(--link); }
mark { background: var(--tint); color: inherit; }
.soft, .role, .sentence { color: var(--soft); font-size: 0.875rem; }
.sentence mark { color: var(--ink); }
.note { padding: 0.25rem 0.5rem; border: 1px solid var(--line); border-radius: 6px; font-size: 0.875rem; white-space: pre-wrap; }
.statements { margin: 2rem 0 0; padding: 0; list-style: none; }
.statements li { margin: 0 0 1.25rem; padding: 0 0 0 0.875rem; border-inline-start: 4px solid var(--speaker, var(--line)); break-inside: avoid; }
blockquote { margin: 0.25rem 0 0; font-size: 1.125rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.375rem 0.5rem 0.375rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
tr { break-inside: avoid; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  header a::after { content: " (" attr(href) ")"; font-size: 0.875rem; }
  mark { text-decoration: underline; }
}
`;
