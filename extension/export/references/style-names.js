// What the styles of citation are called. They are names, the same in every language.

/** @import { CitationStyle } from '../../../types/report.js' */

/** @type {Record<Exclude<CitationStyle, 'plain'>, string>} */
export const styleNames = { apa: 'APA', mla: 'MLA', chicago: 'Chicago', bibtex: 'BibTeX', ris: 'RIS' };
