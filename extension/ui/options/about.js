// Which version this is, and a text with which an error can be reported. Nothing is sent: the user copies it.

import { readSettings } from '../../settings/settings.js';
import { message, part } from '../page.js';

/** @param {(text: string) => void} say */
export function offerReport(say) {
  const { version } = chrome.runtime.getManifest();
  const text = part('report', HTMLTextAreaElement);
  part('version', HTMLElement).textContent = message('optionsVersion', version);
  const [button, about] = [part('show-report', HTMLButtonElement), part('about', HTMLElement)];
  button.addEventListener('click', async () => {
    about.hidden = !about.hidden;
    button.ariaExpanded = String(!about.hidden);
    text.value = await reportOf(version);
  });
  part('copy-report', HTMLButtonElement).addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      say(message('optionsReportCopied'));
    } catch {
      // The browser does not let it be copied: it is selected, to be copied by hand.
      text.select();
    }
  });
}

/** What helps whoever looks for the error. Which sites, and what the reader watches, is nobody's business. @param {string} version */
async function reportOf(version) {
  const { sitesOff, sitesOn, watch, ...settings } = await readSettings();
  return [
    message('optionsReportPage'), message('optionsReportWrong'), message('optionsReportExpected'), '',
    `Verbatim ${version}`, navigator.userAgent, `${chrome.i18n.getUILanguage()}, ${devicePixelRatio}x`,
    `${JSON.stringify(settings)}, ${sitesOff.length} + ${sitesOn.length} + ${watch.length}`,
  ].join('\n');
}
