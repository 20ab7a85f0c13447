// Searching all statements for how something was said before.

import { Refused, _, el, get } from './api.js';

export function concordance(place) {
  const found = document.getElementById('concordance-found');
  document.getElementById('concordance-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const query = document.getElementById('concordance').value.trim();
    if (!query) { found.replaceChildren(); return; }
    try {
      const { hits } = await get('/api/concordance', { language: place.language, q: query });
      found.replaceChildren(...hits.map((h) => el('div', { class: 'match' },
        el('header', {}, el('a', { href: h.url }, h.title)),
        el('p', { class: 'small', lang: document.getElementById('source').lang }, h.source), el('p', { class: 'small soft', lang: document.getElementById('text').lang }, h.target))));
      if (!hits.length) found.replaceChildren(el('p', { class: 'soft small' }, _('Nobody has written that yet.')));
    } catch (error) {
      found.replaceChildren(el('p', { class: 'notice' }, error instanceof Refused ? error.message : _('The desk does not answer.')));
    }
  });
}
