// Find and change: many paragraphs at once, each time looked at first and undone as one.

import './common.js';
import { Refused, _, alarm, alone, asked, el, localise, number, post, read, toast } from './api.js';
import { job } from './job.js';
import { News } from './news.js';
import { redraw } from './redraw.js';
import { ICONS, STATES } from './says.js';
import { takeBack } from './undo.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const itemOf = (line) => JSON.parse(line.dataset.item);
const lines = (list) => [...document.querySelectorAll(`#${list} > [data-item]`)];
const ticked = (list) => lines(list).filter((line) => line.querySelector('.pick').checked);

const TITLES = {
  confirm: (n) => (n === 1 ? _('Confirm 1 paragraph?') : _('Confirm {n} paragraphs?', { n: number(n) })),
  approve: (n) => (n === 1 ? _('Approve 1 paragraph?') : _('Approve {n} paragraphs?', { n: number(n) })),
  return: (n) => (n === 1 ? _('Return 1 paragraph?') : _('Return {n} paragraphs?', { n: number(n) })),
  redraft: (n) => (n === 1 ? _('Draft 1 paragraph anew?') : _('Draft {n} paragraphs anew?', { n: number(n) })),
  assign: (n) => (n === 1 ? _('Assign 1 statement?') : _('Assign {n} statements?', { n: number(n) })),
};
const WORDS = { confirm: () => _('Confirm them'), approve: () => _('Approve them'), return: () => _('Return them'), redraft: () => _('Draft them'), assign: () => _('Assign') };

// What was done, and the way back from it.
function offer(act, items, what) {
  const [language, name] = items[0];
  async function back() {
    alarm('done');
    try { await takeBack({ language, name }, { act }); soon(); } catch (error) { alarm('refused', said(error)); }
  }
  alarm('done', what, act ? el('button', { type: 'button', onclick: back }, _('Undo')) : null, el('button', { type: 'button', onclick: () => alarm('done') }, _('Close')));
}
// The list is made anew, with what is typed kept: the address says what it shows.
function soon() { setTimeout(() => { if (!document.querySelector('dialog[open]')) refresh(); }, 300); }
async function refresh() {
  const response = await fetch(location.href);
  const fresh = response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('hits') : null;
  if (fresh && byId('hits')) { localise(fresh); redraw(byId('hits'), fresh); }
  draw();
}
function draw() {
  if (byId('all')) byId('all').checked = lines('rows').length > 0 && ticked('rows').length === lines('rows').length;
  for (const button of document.querySelectorAll('[data-batch]')) button.disabled = !ticked('rows').length;
  if (byId('proposed-go')) byId('proposed-go').disabled = !ticked('proposals').length;
}

async function batch(action) {
  const items = ticked('rows').map(itemOf);
  if (!items.length) return;
  try {
    const seen = await post('/api/batch', { do: action, items, dry: true });
    byId('batch-title').textContent = TITLES[action](seen.will);
    byId('batch-note-box').hidden = action !== 'return';
    byId('batch-note').required = action === 'return';
    byId('batch-note').value = '';
    byId('batch-person-box').hidden = action !== 'assign';
    byId('batch-left').hidden = !seen.left.length;
    byId('batch-left-says').textContent = seen.left.length === 1 ? _('1 paragraph is left out:') : _('{n} paragraphs are left out:', { n: number(seen.left.length) });
    byId('batch-left-list').replaceChildren(...seen.left.slice(0, 100).map((l) => el('li', {}, el('strong', {}, l.name), ` ${l.why}`)));
    byId('batch-go').textContent = WORDS[action]();
    byId('batch-go').disabled = !seen.will;
    if ((await asked(byId('batch'))) !== 'go') return;
    const note = action === 'assign' ? byId('batch-person').value : byId('batch-note').value;
    const done = await post('/api/batch', { do: action, items, note });
    if (action === 'redraft') { toast(_('Drafting has begun.')); return; }
    offer(done.act, items, action === 'assign' ? _('{n} statements assigned.', { n: number(done.will) }) : done.will === 1 ? _('1 paragraph changed.') : _('{n} paragraphs changed.', { n: number(done.will) }));
    soon();
  } catch (error) { alarm('refused', said(error)); }
}

// Replacing and spreading -------------------------------------------------------------

let asking = null; // what the proposals shown are an answer to
async function propose() {
  const wanted = { q: start.query, language: start.language, spread: start.spread };
  if (!start.spread) {
    Object.assign(wanted, { wanted: byId('wanted').value, replacement: byId('replacement').value });
    for (const flag of ['regex', 'case', 'word', 'forms']) wanted[flag] = byId(flag).checked;
  }
  alarm('refused');
  try {
    const found = await post('/api/replace/preview', wanted);
    asking = wanted;
    byId('proposed').hidden = false;
    byId('proposed-title').textContent = found.total === 0 ? _('Nothing would change.') : found.total === 1 ? _('1 paragraph would change') : found.total > found.proposals.length ? _('{n} paragraphs would change; the first {m} are shown', { n: number(found.total), m: number(found.proposals.length) }) : _('{n} paragraphs would change', { n: number(found.total) });
    byId('proposals').replaceChildren(...found.proposals.map((p) => el('li', { 'data-item': JSON.stringify(p.item) },
      el('input', { type: 'checkbox', class: 'pick', checked: true, 'aria-label': `${p.name}: ${p.source.slice(0, 60)}` }),
      el('div', { class: 'what' },
        el('p', { class: 'meta' }, el('span', { class: `state ${p.state}` }, el('span', { class: 'icon', 'aria-hidden': 'true' }, ICONS[p.state]), ` ${STATES[p.state]()}`), el('a', { href: `/s/${p.language}/${encodeURIComponent(p.name)}#${p.item[2]}` }, p.name), p.same ? el('span', {}, _('the same source')) : ''),
        el('div', { class: 'pair' }, el('p', { class: 'source', lang: start.source }, p.source), el('p', { class: 'target', lang: p.language }, ...p.pieces.map(([op, text]) => (op === 'insert' ? el('ins', {}, text) : op === 'delete' ? el('del', {}, text) : text))))))));
    byId('all-proposed').checked = true;
    draw();
    byId('proposed-title').focus();
    byId('proposed').scrollIntoView({ block: 'nearest' });
  } catch (error) {
    byId('proposed').hidden = true; // it shows what something else would change
    alarm('refused', said(error));
  }
}
async function change() {
  const items = ticked('proposals').map(itemOf);
  try {
    const done = await post('/api/replace', { ...asking, items });
    byId('proposed').hidden = true;
    offer(done.act, items, done.missed > 0 ? _('{n} paragraphs changed; {m} were left alone because they had changed in the meantime.', { n: number(done.will), m: number(done.missed) }) : done.will === 1 ? _('1 paragraph changed.') : _('{n} paragraphs changed.', { n: number(done.will) }));
    soon();
  } catch (error) { alarm('refused', said(error)); }
}

byId('replace-form')?.addEventListener('submit', (event) => { event.preventDefault(); propose(); });
for (const [flag, other] of [['regex', 'forms'], ['forms', 'regex']]) byId(flag)?.addEventListener('change', () => { if (byId(flag).checked) byId(other).checked = false; });
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.batch) alone(() => batch(button.dataset.batch));
  if (button.id === 'proposed-go') alone(change);
  if (button.id === 'proposed-close') byId('proposed').hidden = true;
});
document.addEventListener('change', (event) => {
  if (event.target.id === 'all') for (const line of lines('rows')) line.querySelector('.pick').checked = event.target.checked;
  if (event.target.id === 'all-proposed') for (const line of lines('proposals')) line.querySelector('.pick').checked = event.target.checked;
  draw();
});
new News({}, { job, open: () => alarm('offline'), lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')) });
draw();
if (start.spread) propose();
document.documentElement.dataset.ready = 'yes';
