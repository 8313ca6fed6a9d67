// Runs the extension on the stored pages in the browsers and reports the results; called by `cargo xtask pages`.
//
// Usage: main.mjs --pages FOLDER --out FOLDER [--browser NAME] [--only N,N-N] [--what dates|visits|speed|stress|opening|contrast|idle]
//   [--scripts] [--cold] [--minutes N]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browserNames } from '../../tests/browser/support/browsers.mjs';
import { contrastSummary, measureContrast } from './contrast.mjs';
import { choose, readCorpus } from './corpus.mjs';
import { measureDates } from './dates.mjs';
import { startEngine } from './engine.mjs';
import { measureIdle } from './idle.mjs';
import { launchFor, serveHosts } from './hosts.mjs';
import { measureOpening } from './opening.mjs';
import { summary, writeContactSheets, writeTable } from './report.mjs';
import { measureSpeed } from './speed.mjs';
import { measureStress } from './stress.mjs';
import { visit } from './visit.mjs';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string', default: 'target/pages' },
    browser: { type: 'string' },
    only: { type: 'string' },
    what: { type: 'string', multiple: true },
    scripts: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
  },
});

if (!options.pages) throw new Error('--pages is missing: the folder of stored pages');
const folder = resolve(options.out);
mkdirSync(folder, { recursive: true });
const pages = choose(readCorpus(options.pages), options.only);
const wanted = options.what ?? ['dates', 'visits', 'speed', 'stress', 'opening', 'contrast'];
const names = browserNames.filter((name) => !options.browser || name === options.browser);
if (wanted.includes('dates')) await measureDates(pages);
if (wanted.includes('visits')) await measureVisits();
if (wanted.includes('speed')) await measureSpeed(names, pages, folder);
if (wanted.includes('stress') && options.browser !== 'firefox') {
  console.log('pages that ask much:');
  await measureStress();
}
if (wanted.includes('opening')) {
  console.log('the extension’s own pages:');
  await measureOpening(options.browser);
}
if (wanted.includes('contrast')) await measureContrasts();
if (wanted.includes('idle')) {
  console.log('an article that lies open:');
  await measureIdle(names, Number(options.minutes));
}

async function measureVisits() {
  const annotate = await startEngine();
  /** @type {import('./visit.mjs').Visit[]} */
  const visits = [];
  for (const name of names) {
    const server = await serveHosts({ scripts: options.scripts });
    const launched = await launchFor(name, server.port);
    const without = options.scripts ? await launchFor(name, server.port, { extension: false }) : null;
    /** @type {string[]} */
    const pictures = [];
    try {
      for (const stored of pages) {
        const screenshot = join(folder, `${name}-${String(stored.number).padStart(3, '0')}.jpeg`);
        try {
          visits.push(await visit(launched, server, stored, annotate, { screenshot, cold: options.cold, without }));
          pictures.push(screenshot);
        } catch (error) {
          console.log(`  ${name} ${stored.number} ${stored.site}: ${error}`);
        }
      }
      if (name === 'chromium') await writeContactSheets(launched.browser, folder, pictures);
    } finally {
      await launched.browser.close();
      await without?.browser.close();
      await server.close();
    }
    writeTable(folder, visits);
    console.log(`${name}:`);
    for (const line of summary(visits.filter(({ browser }) => browser === name))) console.log(`  ${line}`);
  }
  console.log(`the table, what went wrong and the sheets of screenshots are in ${folder}`);
}

/** By default, measures twenty pages with quotations, spread over all pages. */
async function measureContrasts() {
  const spread = options.only ? pages : pages.filter((_, index) => index % 5 === 0);
  const all = [];
  for (const name of names) {
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      const measured = await measureContrast(name, scheme, spread, options.only ? Infinity : 20);
      all.push(...measured);
      console.log(`contrast, ${name}, ${scheme}:`);
      for (const line of contrastSummary(measured)) console.log(`  ${line}`);
    }
  }
  const lines = all.map(({ browser, scheme, number, site, name, plain, marked, text }) => [browser, scheme, number, site, name, plain.toFixed(2), marked.toFixed(2), text.replaceAll(/\s+/g, ' ')].join('\t'));
  writeFileSync(join(folder, 'contrast.tsv'), `${[['browser', 'scheme', 'number', 'site', 'highlight', 'without', 'with', 'text'].join('\t'), ...lines].join('\n')}\n`);
}
