// Searching all statements for how something was said before.

import { Refused, _, el, get, number } from './api.js';
import { ICONS, STATES } from './says.js';

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// The text with the words that were looked for marked; capitals and accents do not count.
function marked(text, words) {
  // Each character by itself, so that places in the plain text are places in the text.
  const chars = [...text.normalize('NFC')];
  const flat = chars.map((char) => plain(char)[0] || ' ').join('');
  const hit = new Array(chars.length).fill(false);
  for (const word of words) for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + word.length)) hit.fill(true, at, at + word.length);
  const nodes = [];
  for (let at = 0; at < chars.length;) {
    let to = at;
    while (to < chars.length && hit[to] === hit[at]) to += 1;
    const part = chars.slice(at, to).join('');
    nodes.push(hit[at] ? el('mark', {}, part) : part);
    at = to;
  }
  return nodes;
}

export function concordance(place) {
  const found = document.getElementById('concordance-found');
  const [source, target] = [document.getElementById('source').lang, document.getElementById('text').lang];
  const where = (h) => (h.name === place.name ? _('this statement, paragraph {n}', { n: number(h.place) }) : _('{name}, paragraph {n}', { name: h.name, n: number(h.place) }));
  document.getElementById('concordance-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const query = document.getElementById('concordance').value.trim();
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) { found.replaceChildren(); return; }
    try {
      const { hits } = await get('/api/concordance', { language: place.language, q: query });
      found.replaceChildren(...hits.map((h) => el('div', { class: 'match' },
        el('header', {}, el('a', { href: h.url, class: 'from' }, where(h)), el('span', { class: `state ${h.confirmed ? 'translated' : 'draft'}` }, el('span', { class: 'icon', 'aria-hidden': 'true' }, h.confirmed ? ICONS.translated : ICONS.draft), ` ${h.confirmed ? _('translated') : STATES.draft()}`)),
        el('p', { class: 'small soft', lang: source }, ...marked(h.source, words)), el('p', { class: 'prose', lang: target }, ...marked(h.target, words)))));
      if (!hits.length) found.replaceChildren(el('p', { class: 'soft small' }, _('Nobody has written that yet.')));
    } catch (error) {
      found.replaceChildren(el('p', { class: 'notice' }, error instanceof Refused ? error.message : _('The desk does not answer.')));
    }
  });
}
