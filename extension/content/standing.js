// Runs only on sites where pages are not read, or not at once: has the toolbar button show that, also where there is no article.

chrome.runtime.sendMessage({ type: 'standing' }).catch(() => {
  // The background is gone: the button is then a little behind.
});
