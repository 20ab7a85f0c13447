// The editor: one active segment in the whole text, and what is done to it.

import './common.js';
import { Refused, _, alarm, asked, el, get, number, post, read, tab, time, toast } from './api.js';
import { Conflict } from './conflict.js';
import { Field, painted, places, spansOf } from './field.js';
import { actionOf, keyOf, keysDialog, shown } from './keys.js';
import { List } from './list.js';
import { News } from './news.js';
import { Outbox } from './outbox.js';
import { Panel, pieces, suggestions, termNotes } from './panel.js';
import { ICONS, OPEN, STATES } from './says.js';
import { concordance } from './concordance.js';
import { popups } from './popup.js';
import { changedCase, markButtons, progress } from './small.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const place = { language: start.language, name: start.name };
const units = start.units;
const rows = new Map([...document.querySelectorAll('section.row')].map((row) => [row.id, row]));
const active = byId('active-template').content.firstElementChild.cloneNode(true);
const cache = new Map(); // answers about segments, fetched ahead
const narrow = matchMedia('(max-width: 64rem)');
let key = null;
let base = ''; // digest of the text the one in the field was begun from
let details = null;
let [lookTimer, lookNumber] = [null, 0];
let against = '';
let answering = null;

for (const [k, row] of rows) units[k].target = row.querySelector('.target').textContent;

const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const dirty = () => key !== null && field.value !== units[key].target;

// Going somewhere ---------------------------------------------------------------

function go(to, { focus = true } = {}) {
  if (!units[to]) return;
  if (key !== null) leave();
  key = to;
  const row = rows.get(key);
  const unit = units[key];
  row.classList.add('now');
  row.append(active);
  (narrow.matches ? row : document.querySelector('.desk')).append(byId('help'));
  details = null;
  against = '';
  const waiting = start.typing[key];
  base = unit.base;
  field.set(unit.target);
  byId('source').replaceChildren(...painted(row.querySelector('.source').textContent, []));
  byId('meta-place').textContent = _('paragraph {n} of {all}', { n: number(list.keys.indexOf(key) + 1), all: number(list.keys.length) });
  byId('meta-words').textContent = row.dataset.words === '1' ? _('1 word') : _('{n} words', { n: number(Number(row.dataset.words)) });
  byId('kept').textContent = '';
  conflict.hide();
  showState();
  showPeople();
  panel.clear();
  list.select(key);
  history.replaceState(null, '', `#${key}`);
  if (waiting) resume(waiting);
  if (focus) { field.text.focus({ preventScroll: true }); field.text.setSelectionRange(field.value.length, field.value.length); }
  const show = () => active.scrollIntoView({ block: active.offsetHeight > innerHeight * 0.55 ? 'start' : 'center' });
  show();
  requestAnimationFrame(show); // the rows above have their true height only now
  arrive(key);
}

function leave() {
  const row = rows.get(key);
  clearTimeout(lookTimer);
  if (dirty()) {
    outbox.push(key, { text: field.value, base });
    start.typing[key] = { text: field.value, base };
    row.classList.add('unsaved');
  } else { delete start.typing[key]; row.classList.remove('unsaved'); }
  row.classList.remove('now');
  if (narrow.matches) document.querySelector('.desk').append(byId('help'));
  active.remove();
}

// A private draft from before: it goes on; if the text was changed meanwhile, both are shown.
function resume(draft) {
  field.set(draft.text);
  if (draft.base === units[key].base) { byId('kept').textContent = _('what you typed before is here, not saved yet'); return; }
  base = draft.base;
  const at = key;
  post('/api/conflict', { ...place, key, base: draft.base, text: draft.text })
    .then((answer) => { if (key === at) conflict.show(answer.conflict); })
    .catch((error) => toast(said(error)));
}

const here = () => { if (key !== null) post('/api/here', { ...place, key, tab }).catch(() => {}); };

async function arrive(at) {
  here();
  try {
    const data = await (cache.get(at) || get('/api/segment', { ...place, key: at }));
    cache.delete(at);
    if (key !== at) return;
    showDetails(data);
    if (field.value !== data.target) lookSoon(0);
    const next = list.following(at) || list.neighbour(at, 1);
    if (next && !cache.has(next)) fetchAhead(next);
  } catch (error) {
    cache.delete(at);
    if (key === at) toast(said(error));
  }
}

function fetchAhead(next) {
  cache.clear();
  cache.set(next, get('/api/segment', { ...place, key: next }).catch(() => null).then((data) => data || get('/api/segment', { ...place, key: next })));
  cache.get(next).catch(() => cache.delete(next));
}

function showDetails(data) {
  details = data;
  const source = rows.get(key).querySelector('.source').textContent;
  const placeOf = places(source);
  byId('meta-engine').textContent = data.engine;
  byId('meta-note').hidden = !data.note;
  byId('meta-note').textContent = data.note;
  byId('stale-box').hidden = !data.previous;
  if (data.previous) byId('stale-diff').replaceChildren(...pieces(data.source_pieces));
  details.spans_at = data.spans.map((s) => ({ start: placeOf(s.start), end: placeOf(s.end), term: s.term }));
  markButtons(source, field);
  panel.segment(data);
  panel.suggestions(suggestions(data));
  if (!data.suggestions) remember(key);
  const select = byId('against');
  select.replaceChildren(...data.versions.map((v) => el('option', { value: v.id }, `${v.by} · ${time(v.at).textContent}`)));
  const draft = data.versions.findLast((v) => v.do === 'draft');
  against = data.look.against;
  select.value = against || draft?.id || '';
  showLook(data.look);
}

// The memory is asked beside the rest, so that nothing waits for it.
async function remember(at, engine = '') {
  let found = [];
  try {
    ({ suggestions: found } = await get('/api/suggest', { ...place, key: at, engine }));
  } catch (error) { if (engine) toast(said(error)); }
  if (key !== at || !details) return;
  details.suggestions = engine ? [...(details.suggestions || []), ...found.map((f) => ({ ...f, engine: true }))] : found;
  panel.suggestions(suggestions(details));
}

// Looking -----------------------------------------------------------------------

// 250 ms without a key, then the text is looked at.
function lookSoon(wait = 250) {
  clearTimeout(lookTimer);
  lookTimer = setTimeout(look, wait);
}

async function look() {
  const [at, text, mine] = [key, field.value, (lookNumber += 1)];
  try {
    const seen = await post('/api/look', { ...place, key: at, text, against });
    if (key === at && mine === lookNumber && text === field.value) showLook(seen);
  } catch (error) {
    if (error instanceof Refused && key === at) toast(error.message);
  }
}

function showLook(seen) {
  panel.look(seen);
  panel.counts(seen);
  details.look = seen;
  const status = (n) => seen.terms[n]?.status || '';
  const source = rows.get(key).querySelector('.source').textContent;
  byId('source').replaceChildren(...painted(source, details.spans_at.map((s) => ({ ...s, class: `term ${status(s.term)}` }))));
  // Each term can be asked about, by keyboard too.
  const known = new Set();
  for (const mark of byId('source').querySelectorAll('[data-term]')) {
    if (known.has(mark.dataset.term)) continue;
    known.add(mark.dataset.term);
    mark.tabIndex = 0;
    mark.setAttribute('role', 'button');
  }
  hidePopup();
  field.mark(spansOf(seen));
  panel.difference(seen);
}

// Showing -----------------------------------------------------------------------

function showState() {
  const unit = units[key];
  byId('meta-state').replaceChildren(el('span', { class: `state ${unit.state}` }, el('span', { class: 'icon', 'aria-hidden': 'true' }, ICONS[unit.state]), ` ${STATES[unit.state]()}`), unit.returned ? ` · ${_('returned')}` : '');
  active.setAttribute('aria-label', `${byId('meta-place').textContent}, ${STATES[unit.state]()}`);
}

function showPeople() {
  const names = list.people.get(key) || [];
  byId('meta-people').textContent = names.length ? `☺ ${_('{names} is here too', { names: names.join(', ') })}` : '';
}

function apply(view) {
  const row = rows.get(view.key);
  if (!row) return;
  const text = row.querySelector('.target');
  if (text.textContent !== view.target) text.textContent = view.target;
  list.update(view);
}

// Doing ---------------------------------------------------------------------------

function save(how) {
  const text = field.value;
  if (!text.trim()) { toast(_('There is no text yet.')); return; }
  if (conflict.open) { toast(_('First decide between the two texts.')); return; }
  const done = key;
  delete start.typing[done];
  cache.delete(done);
  outbox.save({ key: done, text, base, do: how });
  rows.get(done).querySelector('.target').textContent = text;
  units[done].target = text;
  if (OPEN.has(units[done].state) || how === 'approve') list.update({ key: done, state: how === 'approve' ? 'approved' : 'translated', returned: false });
  rows.get(done).classList.add('saving');
  const next = list.following(done);
  if (next) go(next);
  else { showState(); toast(_('That was the last one.')); }
}

async function sendBack() {
  const note = byId('return-note');
  note.value = '';
  if ((await asked(byId('return'))) !== 'go') return;
  if (dirty()) { toast(_('Save or undo what you typed first.')); return; }
  outbox.save({ key, base, do: 'return', note: note.value });
}

async function dismiss(rule) {
  byId('dismiss-why').value = '';
  if ((await asked(byId('dismiss'))) !== 'go') return;
  if (dirty()) { toast(_('Save the text first; the finding is set aside for exactly this text.')); return; }
  await told('/api/dismiss', { rule, why: byId('dismiss-why').value });
}

async function told(path, data) {
  const at = key;
  try {
    const answer = await post(path, { ...place, key: at, tab, ...data });
    list.update(answer);
    if (key === at) showDetails(answer);
    return true;
  } catch (error) { alarm('refused', said(error)); return false; }
}

const acts = {
  confirm: () => save('save'),
  approve: () => save('approve'),
  return: sendBack,
  next: () => { const to = list.neighbour(key, 1); if (to) go(to); },
  previous: () => { const to = list.neighbour(key, -1); if (to) go(to); },
  open: () => { const to = list.neighbour(key, 1, true); if (to) go(to); },
  copy: () => field.insert(rows.get(key).querySelector('.source').textContent, { whole: true }),
  case: () => changedCase(field, start.language),
  term: () => { const t = details?.look.terms.find((x) => x.status === 'unused'); if (t) field.insert(t.target); },
  suggest: (n) => { const s = details && suggestions(details)[n - 1]; if (s) field.insert(s.text, { whole: true }); },
  ...Object.fromEntries([1, 2, 3].map((n) => [`suggest${n}`, () => acts.suggest(n)])),
  comment: () => byId('comment').focus(),
  filter: () => { byId('q').focus(); byId('q').select(); },
  keys: () => byId('keys').showModal(),
};

// The parts -----------------------------------------------------------------------

byId('main').append(active); // so that its parts are found by their names
const field = new Field(active.querySelector('.field'), (text) => {
  outbox.typed(key, text, base);
  byId('kept').textContent = '';
  lookSoon();
});
const conflict = new Conflict(byId('conflict'), {
  take: (c) => { base = c.unit.base; apply(c.unit); field.insert(c.unit.target, { whole: true }); outbox.typed(key, field.value, base); conflict.hide(); field.text.focus(); },
  mine: (c) => { base = c.unit.base; apply(c.unit); outbox.typed(key, field.value, base); conflict.hide(); field.text.focus(); },
});
const hidePopup = popups(active.querySelector('#source'), (n) => details?.look.terms[n], termNotes);
active.remove();
const list = new List(place, units, (to) => { go(to); document.body.classList.remove('listing'); });
const panel = new Panel({
  insert: (text) => field.insert(text),
  replace: (text) => field.insert(text, { whole: true }),
  dismiss,
  ask: () => remember(key, 'yes'),
  reply: (event) => { answering = event.id; byId('reply-to').textContent = _('in answer to {name}', { name: event.by }); byId('comment').focus(); },
  toFinding: ([from, to]) => { const at = places(field.value); field.text.focus(); field.text.setSelectionRange(at(from), at(to)); },
});
const outbox = new Outbox(place, start.person, {
  offline: (is) => {
    alarm('offline', is ? _('The desk does not answer. What you type is kept in this browser and sent when it is back.') : '');
    if (!is) toast(_('The desk is back; everything is sent.'));
  },
  kept: (at, when) => { if (at === key && dirty()) byId('kept').replaceChildren(_('kept as you type'), ' · ', when.toLocaleTimeString(document.documentElement.lang)); },
  saved: (job, unit) => {
    rows.get(job.key).classList.remove('saving', 'unsaved');
    apply(unit);
    progress(units, rows);
    if (job.key === key) { if (!dirty()) base = unit.base; showState(); cache.delete(key); arrive(key); }
  },
  conflict: (job, found) => {
    rows.get(job.key).classList.remove('saving');
    apply(found.unit);
    start.typing[job.key] = { text: found.text, base: job.base };
    if (key !== null && job.key !== key) leave();
    if (active.isConnected) { active.closest('section.row').classList.remove('now'); active.remove(); }
    key = null;
    go(job.key);
  },
  refused: (job, error) => {
    rows.get(job.key)?.classList.remove('saving');
    alarm('refused', said(error), el('button', { type: 'button', onclick: () => alarm('refused') }, _('Understood')));
    if (job.do) get('/api/segment', { ...place, key: job.key }).then((data) => { apply(data); if (job.text !== undefined && job.text !== data.target) start.typing[job.key] = { text: job.text, base: data.base }; if (key === job.key || job.do === 'approve') go(job.key); }).catch(() => {});
  },
});
// Typed in this browser, and not yet known to the server when it made the page.
for (const [k, draft] of outbox.drafts()) start.typing[k] = draft;
concordance(place);
keysDialog(byId('keys'), showKeys);
function showKeys() { for (const kbd of active.querySelectorAll('kbd[data-key]')) kbd.textContent = shown(keyOf(kbd.dataset.key)); }
showKeys();

function hear(news) {
  start.state = news.state;
  for (const view of news.units) {
    const before = units[view.key];
    if (!before || (news.tab === tab && outbox.waitingFor(view.key))) continue;
    const moved = before.base !== view.base;
    const mine = view.key === key && dirty();
    apply(view);
    if (view.key !== key) { cache.delete(view.key); continue; }
    if (news.tab === tab) continue;
    if (!moved) { showState(); cache.delete(key); arrive(key); continue; }
    if (mine) resume({ text: field.value, base });
    else { field.set(view.target); base = view.base; showState(); arrive(key); toast(_('This paragraph was changed by {name}.', { name: view.last?.by || '?' })); }
  }
  progress(units, rows);
}

new News(place, {
  // What happened while this page did not listen.
  open: (news) => {
    here();
    if (news.state !== start.state || Object.values(units).some((u) => u.findings === null)) get('/api/units', place).then((all) => hear({ ...all, tab: '' })).catch(() => {});
  },
  units: hear,
  findings: (news) => { for (const [k, counts] of Object.entries(news.findings)) if (units[k] && counts) list.found(k, counts); },
  people: (news) => { list.here(news.here, tab); if (key) showPeople(); },
  reload: () => alarm('notice', _('The statement was read again; load the page to see it.'), el('button', { type: 'button', onclick: () => location.reload() }, _('Load'))),
  trouble: (news) => alarm('refused', news.error),
});

// What one does with mouse and keys ---------------------------------------------------

document.addEventListener('keydown', (event) => {
  const action = actionOf(event);
  if (!action || (event.target.closest('dialog') && action !== 'keys')) return;
  event.preventDefault();
  acts[action]();
});
active.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do],[data-sign]');
  if (button?.dataset.do) acts[button.dataset.do]();
  else if (button?.dataset.sign) field.insert(button.dataset.sign);
  const term = event.target.closest('.source [data-term]');
  if (term) { const row = byId(`term-${term.dataset.term}`); row?.scrollIntoView({ block: 'nearest' }); row?.classList.add('flash'); setTimeout(() => row?.classList.remove('flash'), 1200); }
});
byId('main').addEventListener('click', (event) => {
  const row = event.target.closest('section.row');
  if (row && row.id !== key && !String(getSelection())) go(row.id);
});
byId('comment-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const note = byId('comment').value;
  if (note.trim() && await told('/api/comment', { note, to: answering || '' })) { byId('comment').value = ''; byId('reply-to').textContent = ''; answering = null; }
});
active.querySelector('#against').addEventListener('change', (event) => { against = event.target.value; look(); });
byId('reread')?.addEventListener('click', async () => {
  try { await post('/api/reread', place); location.reload(); } catch (error) { alarm('refused', said(error)); }
});
narrow.addEventListener('change', () => { if (key !== null) (narrow.matches ? rows.get(key) : document.querySelector('.desk')).append(byId('help')); });
addEventListener('hashchange', () => { const to = decodeURIComponent(location.hash.slice(1)); if (to !== key && units[to]) go(to); });

const query = new URLSearchParams(location.search).get('q');
const first = () => go(units[location.hash.slice(1)] ? location.hash.slice(1) : (list.wanted.find((k) => OPEN.has(units[k].state)) || list.wanted[0]));
if (query) { byId('q').value = query; list.filter(query).then(first); } else if (list.keys.length) first();
for (const k of Object.keys(start.typing)) rows.get(k)?.classList.add('unsaved');
// The browser goes to the address's fragment when all is loaded, and takes the focus away.
const ready = () => setTimeout(() => {
  if (key !== null && document.activeElement === document.body) field.text.focus({ preventScroll: true });
  document.documentElement.dataset.ready = 'yes';
});
if (document.readyState === 'complete') ready();
else addEventListener('load', ready);
