// What the exports say of a speaker whom the reader has corrected.

import { isolated } from '../shared/foreign-text.js';
import { translate } from '../shared/messages.js';

/** @param {import('../../types/annotations.js').Correction} correction */
export function correctionInWords({ from }) {
  return from === null ? translate('exportCorrectedFromNobody') : translate('exportCorrected', isolated(from));
}
