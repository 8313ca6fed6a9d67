// Citations from the panel: of a statement or of the article, in the style that the reader has chosen.

import { styleNames } from '../../export/references/style-names.js';
import { citationStyles, readSettings, saveSettings, watchSettings } from '../../settings/settings.js';
import { element } from '../elements.js';
import { message, part } from '../page.js';

/** @import { CitationStyle, Report, ReportStatement } from '../../../types/report.js' */

/** What writes citations is loaded when the first is asked for. */
const writer = () => import('../../export/citation.js');

/**
 * @param {ReportStatement} statement
 * @param {Report} report
 * @param {string} [link] to the words
 */
export async function citeStatement(statement, report, link = report.url) {
  const [{ citation }, { citation: style }] = await Promise.all([writer(), readSettings()]);
  return citation(statement, report, { link, now: new Date(), style });
}

/**
 * Offers the styles, and the article's own citation.
 * @param {{ report: () => Report | null, copy: (text: string) => Promise<void> }} use
 */
export function offerStyles({ report, copy }) {
  const select = part('citation-style', HTMLSelectElement);
  select.append(...citationStyles.map((style) => {
    const option = element('option', '', style === 'plain' ? message('panelStylePlain') : styleNames[style]);
    option.value = style;
    return option;
  }));
  const show = (/** @type {{ citation: CitationStyle }} */ { citation }) => {
    select.value = citation;
  };
  void readSettings().then(show);
  watchSettings(show);
  select.addEventListener('change', () => void saveSettings({ citation: /** @type {CitationStyle} */ (select.value) }));
  part('cite-article', HTMLButtonElement).addEventListener('click', async () => {
    const article = report();
    if (!article) return;
    const { citationOfArticle } = await writer();
    await copy(citationOfArticle(article, { now: new Date(), style: /** @type {CitationStyle} */ (select.value) }));
  });
}
