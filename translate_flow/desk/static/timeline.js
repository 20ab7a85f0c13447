// The timeline: undo, do again, what one act changed; drawn anew when something happens.

import './common.js';
import { Refused, _, alarm, el, get, read, tab } from './api.js';
import { News } from './news.js';
import { ICONS, STATES } from './says.js';
import { takeBack } from './undo.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const place = { language: start.language, name: start.name };
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

async function back(how) {
  try {
    const done = await takeBack(place, how);
    // Long enough for a screen reader to begin saying it.
    if (done.done) setTimeout(() => location.reload(), done.refused.length ? 6000 : 1200);
  } catch (error) { alarm('refused', said(error)); }
}
byId('undo').addEventListener('click', () => back({}));
byId('redo').addEventListener('click', () => back({ again: true }));
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-undo]');
  if (button) back({ act: button.closest('.act').dataset.act });
});

// `toggle` does not bubble.
document.addEventListener('toggle', async (event) => {
  const details = event.target;
  if (!details.matches('.act details') || !details.open || details.dataset.filled) return;
  details.dataset.filled = 'yes';
  try {
    const { changes, more } = await get('/api/act', { ...place, act: details.closest('.act').dataset.act });
    const own = document.documentElement.lang;
    const states = (c) => (c.states[0] === c.states[1] ? '' : el('span', { lang: own }, ' · ', c.states.map((s) => `${ICONS[s]} ${STATES[s]()}`).join(' → ')));
    const shown = changes.flatMap((c) => [
      el('p', { class: 'meta', lang: own }, el('span', {}, el('a', { href: `/s/${place.language}/${encodeURIComponent(place.name)}#${c.key}` }, _('Paragraph {n}', { n: c.number })), states(c))),
      el('p', {}, ...c.pieces.map(([op, text]) => (op === 'insert' ? el('ins', {}, text) : op === 'delete' ? el('del', {}, text) : text))),
    ]);
    if (more) shown.push(el('p', { class: 'soft', lang: own }, _('… and {n} more', { n: more })));
    details.querySelector('.changed').replaceChildren(...(shown.length ? shown : [el('p', { class: 'soft', lang: own }, _('No text or state is different.'))]));
  } catch (error) { alarm('refused', said(error)); }
}, true);

new News(place, {
  open: () => alarm('offline'),
  lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')),
  units: (news) => { if (news.tab !== tab) alarm('notice', _('Something has been done in the meantime.'), el('button', { type: 'button', onclick: () => location.reload() }, _('Load'))); },
  people: (news) => {
    const others = news.here.filter((one) => one.tab !== tab);
    byId('here').hidden = !others.length;
    byId('here').textContent = others.length ? _('Here now: {who}', { who: others.map((one) => (start.numbers[one.key] ? `${one.person} (${_('Paragraph {n}', { n: start.numbers[one.key] })})` : one.person)).join(', ') }) : '';
  },
  reload: () => location.reload(),
});
document.documentElement.dataset.ready = 'yes';
