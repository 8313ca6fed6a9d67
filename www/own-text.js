// The box for the reader's own text. The text replaces the article, and the content modules detect the change by themselves.

/** The publication date of the sample article. */
const ownArticlePublished = '2025-03-14';

/**
 * @param {HTMLElement} article
 * @param {{ form: HTMLFormElement, text: HTMLTextAreaElement, published: HTMLInputElement, back: HTMLButtonElement }} controls
 * @returns {{ published: () => string | null }} the publication date of the displayed text
 */
export function offerOwnText(article, { form, text, published, back }) {
  const ours = [...article.childNodes];
  let day = /** @type {string | null} */ (ownArticlePublished);

  /** @param {Node[]} content @param {boolean} isOurs */
  const show = (content, isOurs) => {
    article.replaceChildren(...content);
    back.hidden = isOurs;
    article.scrollIntoView({ block: 'start' });
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    day = published.value || null;
    show(paragraphs(text.value), false);
  });
  back.addEventListener('click', () => {
    day = ownArticlePublished;
    show(ours, true);
  });
  return { published: () => day };
}

/** @param {string} text */
function paragraphs(text) {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim()).map((paragraph) => {
    const made = document.createElement('p');
    made.textContent = paragraph.trim();
    return made;
  });
}
