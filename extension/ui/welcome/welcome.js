import { translatePage } from '../page.js';

translatePage();
