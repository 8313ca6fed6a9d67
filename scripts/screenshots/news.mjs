// A news page for the screenshots: the article of the demo page, on a page that does not use Verbatim.

import { readFile } from 'node:fs/promises';
import { demoFolder, root } from '../../tests/browser/support/browsers.mjs';
import { folderAnswer, serve } from '../../tests/browser/support/server.mjs';

/** Serves the page at its root, and the demo page below `/demo/`. */
export async function serveNews() {
  const [page, demo] = await Promise.all([readFile(`${root}/scripts/screenshots/news.html`, 'utf8'), readFile(`${root}/www/index.html`, 'utf8')]);
  const article = /<article[^>]*>(.*?)<\/article>/s.exec(demo)?.[1];
  if (!article) throw new Error('the demo page has no article');
  const news = page.replace('<!-- the demo page\'s article -->', article.replace('By a reporter who does not exist', 'By our harbour reporter').replace('Drawing: Verbatim', 'Drawing: Courier'));
  const demoAnswer = folderAnswer(demoFolder);
  return serve(async (path) => {
    if (path === '/') return { body: news };
    return demoAnswer(path.replace(/^\/demo\//, '/'));
  });
}
