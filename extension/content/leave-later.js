// The script that `load-later.js` loads.

import * as later from './later.js';
import { leave } from './scope.js';

leave('verbatimLater', later);
