// Review: filters by class, approving one or many, sending back; nothing is approved unseen.

import './common.js';
import { Refused, _, alarm, asked, el, number, post, read, tab, toast } from './api.js';
import { job } from './job.js';
import { News } from './news.js';
import { actionOf, keyOf, shown } from './keys.js';
import { ICONS, STATES } from './says.js';
import { takeBack } from './undo.js';
import { versions } from './versions.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const place = { language: start.language, name: start.name };
const items = [...document.querySelectorAll('.item')];
const wanted = new Set();
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

const visible = () => items.filter((i) => !i.hidden);
const approvable = () => visible().filter((i) => i.dataset.waiting && !i.dataset.barred);

function draw() {
  for (const item of items) {
    const classes = item.dataset.classes.split(' ');
    item.hidden = wanted.size > 0 && !classes.some((c) => wanted.has(c));
  }
  const n = approvable().length;
  byId('approve-shown').textContent = n === 1 ? _('Approve the 1 shown…') : _('Approve the {n} shown…', { n: number(n) });
  byId('approve-shown').hidden = n === 0;
}

function stateOf(item, view) {
  const state = item.querySelector('.state');
  state.className = `state ${view.state}`;
  state.querySelector('.icon').textContent = ICONS[view.state];
  state.querySelector('.word').textContent = STATES[view.state]();
  item.dataset.waiting = view.state === 'translated' && view.base === item.dataset.base ? 'yes' : '';
  const button = item.querySelector('[data-do="approve"]');
  if (button) button.hidden = view.state !== 'translated';
  if (view.base !== item.dataset.base && !item.querySelector('.moved')) {
    item.querySelector('.do').prepend(el('span', { class: 'notice moved' }, _('The text has changed since; reload the page.')));
    if (button) button.disabled = true;
  }
}

async function approve(list, more = {}) {
  const bases = Object.fromEntries(list.map((i) => [i.id, i.dataset.base]));
  try {
    const done = await post('/api/approve', { ...place, bases, tab, ...more });
    const faulty = Object.entries(done.faulty);
    for (const [key] of faulty) byId(key).dataset.faulty = 'yes';
    if (faulty.length === 1 && list.length === 1) { await anyway(list[0], faulty[0][1]); return; }
    if (faulty.length) alarm('notice', faulty.length === 1 ? _('1 paragraph was left out because of an error.') : _('{n} paragraphs were left out because of errors.', { n: number(faulty.length) }));
    for (const [key, reason] of Object.entries(done.refused)) byId(key)?.querySelector('.do').append(el('span', { class: 'wrong small' }, ` ${reason}`));
    toast(done.approved.length === 1 ? _('1 paragraph approved') : _('{n} paragraphs approved', { n: number(done.approved.length) }));
    for (const key of done.approved) stateOf(byId(key), { state: 'approved', base: byId(key).dataset.base });
  } catch (error) { alarm('refused', said(error)); }
  draw();
}

// An error in the one text that is approved: only with a reason, which goes into the history.
async function anyway(item, findings) {
  byId('anyway-list').replaceChildren(...findings.map((f) => el('li', { class: `finding ${f.severity}` }, f.message, f.hint ? el('span', { class: 'soft' }, ` → ${f.hint}`) : '')));
  byId('anyway-text').replaceChildren(item.querySelector('.target').cloneNode(true));
  byId('anyway-why').value = '';
  if ((await asked(byId('anyway'))) === 'go') await approve([item], { with_errors: true, why: byId('anyway-why').value });
}

async function sendBack(item) {
  byId('return-note').value = '';
  if ((await asked(byId('return'))) !== 'go') return;
  try {
    const { unit } = await post('/api/save', { ...place, tab, key: item.id, base: item.dataset.base, do: 'return', note: byId('return-note').value });
    stateOf(item, unit);
    toast(_('Sent back with your note.'));
  } catch (error) { alarm('refused', said(error)); }
  draw();
}

async function back(again) {
  try { await takeBack(place, { again }); } catch (error) { alarm('refused', said(error)); }
}

async function preview() {
  const list = approvable().filter((i) => !i.dataset.faulty);
  const faulty = approvable().filter((i) => i.dataset.faulty);
  byId('preview-title').textContent = list.length === 1 ? _('Approve 1 paragraph?') : _('Approve {n} paragraphs?', { n: number(list.length) });
  byId('preview-list').replaceChildren(...list.map((i) => el('li', {}, el('p', { class: 'small soft' }, i.querySelector('.meta > span:nth-child(2)').textContent), i.querySelector('.target').cloneNode(true))));
  const wrong = faulty.map((i) => el('li', {}, i.querySelector('.target').cloneNode(true), ...[...i.querySelectorAll('.finding')].map((f) => f.cloneNode(true))));
  byId('preview-faulty').hidden = !faulty.length;
  byId('preview-left').textContent = faulty.length === 1 ? _('1 paragraph has an error and is left out:') : _('{n} paragraphs have errors and are left out:', { n: number(faulty.length) });
  byId('preview-faulty-list').replaceChildren(...wrong);
  byId('preview-errors').checked = false;
  if ((await asked(byId('preview'))) !== 'go') return;
  const errors = byId('preview-errors').checked;
  if (list.length || errors) approve(errors ? [...list, ...faulty] : list, { with_errors: errors });
}

function step(by) {
  const list = visible();
  const at = list.indexOf(document.activeElement.closest?.('.item'));
  const to = list[Math.max(0, Math.min(list.length - 1, at + by))];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.class) {
    const on = !wanted.has(button.dataset.class);
    if (on) wanted.add(button.dataset.class); else wanted.delete(button.dataset.class);
    button.setAttribute('aria-pressed', String(on));
    draw();
  } else if (button.id === 'approve-shown') preview();
  else if (button.id === 'undo' || button.id === 'redo') back(button.id === 'redo');
  else if (button.id === 'looked') {
    try { await post('/api/looked', { ...place, event: start.event }); toast(_('Noted. “Since I last looked” begins here.')); } catch (error) { alarm('refused', said(error)); }
  } else if (button.dataset.do === 'approve') { const item = button.closest('.item'); await approve([item]); step(1); } else if (button.dataset.do === 'return') sendBack(button.closest('.item'));
});
document.addEventListener('keydown', (event) => {
  if (event.target.closest('dialog')) return;
  const action = actionOf(event);
  const item = document.activeElement.closest?.('.item');
  if (action === 'next' || action === 'previous') { event.preventDefault(); step(action === 'next' ? 1 : -1); }
  if (action === 'undo' || action === 'redo') { event.preventDefault(); back(action === 'redo'); }
  if (action === 'approve' && item?.dataset.waiting && !item.dataset.barred) { event.preventDefault(); approve([item]).then(() => step(1)); }
});
// `toggle` does not bubble.
document.addEventListener('toggle', (event) => {
  const details = event.target;
  if (!details.matches('.item details.diff') || !details.open || details.dataset.filled) return;
  details.dataset.filled = 'yes';
  versions(details, place, start.language).catch((error) => alarm('refused', said(error)));
}, true);
for (const kbd of document.querySelectorAll('[data-key]')) kbd.textContent = shown(keyOf(kbd.dataset.key));
new News(place, {
  open: () => alarm('offline'),
  lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')),
  units: (news) => { for (const view of news.units) { const item = byId(view.key); if (item) stateOf(item, view); } draw(); },
  job,
  reload: () => alarm('notice', _('The statement was read again; reload the page to see it.'), el('button', { type: 'button', onclick: () => location.reload() }, _('Load'))),
});
draw();
document.documentElement.dataset.ready = 'yes';
