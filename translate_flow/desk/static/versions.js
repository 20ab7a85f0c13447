// Two versions of a paragraph side by side: any earlier text, or the machine's draft, beside the present one.

import { _, el, get, post, time } from './api.js';
import { deed } from './says.js';

const SIDES = [['delete', () => _('Before')], ['insert', () => _('Now')]];

// What one side has of a difference: what the other alone has is left out.
function side(pieces, own) {
  const tag = own === 'insert' ? 'ins' : 'del';
  return pieces.filter(([op]) => op === 'equal' || op === own || !['insert', 'delete'].includes(op))
    .map(([op, text]) => (op === own ? el(tag, {}, text) : text));
}

// Called when the details are opened for the first time.
export async function versions(details, place, lang) {
  const key = details.closest('.item').id;
  const segment = await get('/api/segment', { ...place, key });
  const earlier = segment.versions.filter((v) => v.text !== segment.target);
  if (!earlier.length) return;
  const name = (v) => `${v.by}, ${deed(v.do)}, ${time(v.at).textContent}`;
  const choice = el('select', { 'aria-label': _('Compared with') }, ...earlier.map((v) => el('option', { value: v.id }, name(v))));
  choice.value = segment.look.against;
  if (choice.selectedIndex < 0) choice.selectedIndex = earlier.length - 1;
  const columns = details.querySelector('.pair');
  async function draw() {
    const seen = await post('/api/look', { ...place, key, text: segment.target, against: choice.value });
    columns.replaceChildren(...SIDES.map(([own, head]) => el('p', { lang }, el('span', { class: 'overline' }, head()), el('br'), ...side(seen.pieces, own))));
  }
  choice.addEventListener('change', draw);
  columns.before(el('p', { class: 'row small' }, el('span', { 'aria-hidden': 'true' }, _('Compared with')), choice));
  if (!columns.firstElementChild) await draw();
}
