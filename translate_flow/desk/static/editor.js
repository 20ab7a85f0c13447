// The editor: one open paragraph in the whole text, its parts put together, and the news of others.

import './common.js';
import { _, alarm, el, get, post, tab, toast } from './api.js';
import { acts as actsOf } from './acts.js';
import { Comments } from './comments.js';
import { concordance } from './concordance.js';
import { Conflict } from './conflict.js';
import { Field } from './field.js';
import { actionOf, keyOf, shown } from './keys.js';
import { keysDialog } from './keysdialog.js';
import { List } from './list.js';
import { Looks } from './looks.js';
import { job } from './job.js';
import { News } from './news.js';
import { Open } from './open.js';
import { Outbox } from './outbox.js';
import { byId, place, rows, said, showTarget, start, units } from './page.js';
import { places } from './painting.js';
import { Panel } from './panel.js';
import { parts as partsOf } from './part.js';
import { popups } from './popup.js';
import { progress } from './progress.js';
import { OPEN } from './says.js';
import { Suggestions } from './suggestions.js';
import { terms } from './terms.js';
import { toolbar } from './toolbar.js';

const active = byId('active-template').content.firstElementChild.cloneNode(true);
const parts = {};
const open = new Open(active, parts);
byId('main').append(active); // so that its parts are found by their names

// The parts -----------------------------------------------------------------------

parts.field = new Field(active.querySelector('.field'), (text) => {
  parts.outbox.typed(open.key, text, open.base);
  byId('kept').textContent = '';
  parts.looks.soon();
});
const { field } = parts;
parts.list = new List(place, units, start.wrong ? '' : start.query, start.partial, (to) => open.go(to));
const { list } = parts;
parts.conflict = new Conflict(byId('conflict'), (found, text) => {
  open.base = found.unit.base;
  take(found.unit);
  parts.conflict.hide();
  if (text !== null) field.insert(text, { whole: true });
  parts.outbox.typed(open.key, field.value, open.base);
  open.renew(open.key);
  field.text.focus();
});
parts.suggestions = new Suggestions(open, (text) => field.insert(text, { whole: true }));
parts.looks = new Looks(open, popups(active.querySelector('#source'), (n) => open.details?.look.terms[n], (term) => field.insert(term.target)));
parts.outbox = new Outbox(place, start.person, {
  offline: (is, signedOut) => {
    if (signedOut) alarm('offline', _('You are signed out. Sign in again in another tab; what you typed is kept here and will be sent then.'), el('a', { href: '/login', target: '_blank' }, _('Sign in')));
    else alarm('offline', is ? _('The desk does not answer. What you type is kept in this browser and sent when it is back.') : '');
    if (!is) toast(_('The desk is back; everything is sent.'));
  },
  kept: (at, when) => { if (at === open.key && open.dirty) open.showKept(_('kept as you type'), ' · ', when.toLocaleTimeString(document.documentElement.lang)); },
  saved: (job, unit) => {
    rows.get(job.key).classList.remove('saving', 'unsaved');
    take(unit);
    progress(units, rows);
    if (job.key !== open.key) return;
    if (!open.dirty) open.base = unit.base;
    open.renew(job.key);
  },
  conflict: (job, found) => {
    rows.get(job.key).classList.remove('saving');
    take(found.unit);
    start.typing[job.key] = { text: found.text, base: job.base };
    // Without `leave`: the field still holds what the conflict is about.
    if (job.key === open.key) open.key = null;
    open.go(job.key);
  },
  ask: (job, found) => {
    rows.get(job.key).classList.remove('saving');
    acts.anyway(job, found.findings);
  },
  refused: (job, error) => {
    rows.get(job.key)?.classList.remove('saving');
    alarm('refused', said(error), el('button', { type: 'button', onclick: () => alarm('refused') }, _('Understood')));
    if (job.do) acts.again(job).catch(() => {});
  },
  // Typed in a page that is gone, and not known to the server when it made this one.
  typed: (draft) => {
    if (!units[draft.key] || (draft.key === open.key && open.dirty)) return;
    start.typing[draft.key] = draft;
    rows.get(draft.key).classList.add('unsaved');
    if (draft.key === open.key) open.resume(draft);
  },
}, start.lasting);
const acts = actsOf(open, parts);
const glossary = terms(open, () => open.renew(open.key));
acts.glossary = glossary.fresh;
acts.part = partsOf(open, glossary.source);
parts.panel = new Panel({
  insert: (text) => field.insert(text),
  replace: (text) => field.insert(text, { whole: true }),
  termButtons: glossary.buttons,
  dismiss: acts.dismiss,
  undismiss: acts.undismiss,
  toFinding: ([from, to]) => { const at = places(field.value); field.text.focus(); field.text.setSelectionRange(at(from), at(to)); },
}, new Comments(acts.tell));
concordance(place); // the open paragraph's elements name the languages
active.remove();
toolbar(active.querySelector('.tools'));
keysDialog(byId('keys'), showKeys);
function showKeys() { for (const kbd of [...active.querySelectorAll('kbd[data-key]'), ...document.querySelectorAll('#help kbd[data-key]')]) kbd.textContent = shown(keyOf(kbd.dataset.key)); }
showKeys();

// A paragraph as the server has it.
function take(view) {
  if (!rows.has(view.key)) return;
  showTarget(view.key, view.target);
  list.update(view);
}

// News ------------------------------------------------------------------------------

function hear(news) {
  start.state = news.state;
  for (const view of news.units) {
    const before = units[view.key];
    if (!before || (news.tab === tab && parts.outbox.waitingFor(view.key))) continue;
    const moved = before.base !== view.base;
    const mine = view.key === open.key && open.dirty;
    take(view);
    if (view.key !== open.key) { open.ahead.delete(view.key); continue; }
    if (news.tab === tab || (!moved && (before.events || 0) === view.events)) continue;
    if (!moved) open.renew(view.key);
    else if (mine && field.value !== view.target) { open.resume({ text: field.value, base: open.base }); open.renew(view.key); }
    else {
      if (!mine) field.set(view.target);
      open.base = view.base;
      open.renew(view.key);
      toast(_('This paragraph was changed by {name}.', { name: view.last?.by || '?' }));
    }
  }
  progress(units, rows);
}

new News(place, {
  // What happened while this page did not listen.
  open: (news) => {
    open.here();
    if (news.state !== start.state || Object.values(units).some((u) => !u.findings)) get('/api/units', place).then((all) => hear({ ...all, tab: '' })).catch(() => {});
  },
  units: hear,
  findings: (news) => { for (const [key, counts] of Object.entries(news.findings)) if (units[key] && counts) list.found(key, counts); list.checked(); },
  people: (news) => { list.here(news.here, tab, start.person); if (open.key) open.showPeople(); },
  job,
  reload: () => alarm('notice', _('The statement was read again; reload the page to see it.'), el('button', { type: 'button', onclick: () => location.reload() }, _('Load'))),
  trouble: (news) => alarm('refused', news.error),
});

// Keys, mouse, touch ----------------------------------------------------------------------

document.addEventListener('keydown', (event) => {
  const action = actionOf(event);
  if (!action || (event.target.closest('dialog') && action !== 'keys')) return;
  event.preventDefault();
  acts[action]();
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do],[data-sign]');
  if (button?.dataset.sign) field.insert(button.dataset.sign);
  else if (button?.dataset.do) acts[button.dataset.do]?.();
});
byId('main').addEventListener('click', (event) => {
  const row = event.target.closest('.row');
  if (row && row.id !== open.key && !event.target.closest('.active') && !String(getSelection())) open.go(row.id);
});
for (const box of document.querySelectorAll('.lost')) {
  box.querySelector('button').addEventListener('click', () => {
    post('/api/forget', { ...place, key: box.dataset.key }).then(() => box.remove()).catch((error) => alarm('refused', said(error)));
  });
}
byId('reread')?.addEventListener('click', async () => {
  try { await post('/api/reread', place); location.reload(); } catch (error) { alarm('refused', said(error)); }
});
// A link may be older than a paragraph's end, or cut off on its way.
const linked = () => { const to = location.hash.slice(1); if (to && !units[to] && !document.getElementById(to)) alarm('notice', _('The link leads to a paragraph that is no longer in the statement.')); return to; };
addEventListener('hashchange', () => { const to = linked(); if (to !== open.key && units[to]) open.go(to); });

// The beginning -------------------------------------------------------------------------------

for (const key of Object.keys(start.typing)) rows.get(key)?.classList.add('unsaved');
await parts.outbox.inherit();
const wanted = linked();
open.go(units[wanted] ? wanted : (list.wanted.find((key) => OPEN.has(units[key].state)) || list.wanted[0]));
// The browser goes to the address's fragment when all is loaded, and takes the focus away.
const ready = () => setTimeout(() => {
  if (open.key !== null && document.activeElement === document.body) field.text.focus({ preventScroll: true });
  document.documentElement.dataset.ready = 'yes';
  if (/[?&]tour=/.test(location.search)) import('./tour.js');
});
if (document.readyState === 'complete') ready();
else addEventListener('load', ready);
