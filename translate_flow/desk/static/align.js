// A finished translation beside its statement: corrected by dragging, by buttons, by keys; then taken in.

import './common.js';
import { Refused, _, asked, el, number, read, toast, upload } from './api.js';
import { onFiles } from './chosen.js';
import { job } from './job.js';
import { News } from './news.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const { source: sourceTag, target: targetTag } = byId('languages').dataset;
const HOW = { certain: () => _('certain'), doubtful: () => _('doubtful'), same: () => _('already there'), yours: () => _('your other text stays'), name: () => _('a name'), none: () => _('no translation found') };
const DID = { join: () => _('joined'), move: () => _('moved'), split: () => _('split'), skip: () => _('unmatched') };
let file = null;
let found = null;
let busy = false;

async function ask(more = {}, focus = '') {
  if (busy || !file) return false;
  busy = true;
  byId('work').setAttribute('aria-busy', 'true');
  byId('told').textContent = found ? '' : _('Reading {file}…', { file: file.name });
  try {
    found = await upload(file, { ...start, file: file.name, ...more }, '/api/upload/align');
    byId('alarms').replaceChildren(...found.notices.map((notice) => el('p', { class: 'notice' }, notice)));
    byId('told').textContent = found.engine ? _('{file}, paired with the help of {engine}', { file: file.name, engine: found.engine }) : file.name;
    draw();
    if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
    return true;
  } catch (error) {
    byId('told').textContent = '';
    byId('alarms').replaceChildren(el('p', { class: 'notice', role: 'alert' }, error instanceof Refused ? error.message : _('The desk does not answer.')));
    return false;
  } finally {
    busy = false;
    byId('work').removeAttribute('aria-busy');
  }
}
const correct = (fixes, focus) => ask({ fixes: JSON.stringify(fixes) }, focus);

// What is shown ---------------------------------------------------------------------

const small = (what, label, text, act) => el('button', { type: 'button', 'data-act': what, 'aria-label': label, title: label, onclick: act }, text);

function chip(n, text, at) {
  const box = el('div', { class: 'chip', tabindex: 0, draggable: 'true', 'data-n': n, role: 'group', 'aria-label': _('Paragraph {n} of the translation', { n }) },
    el('p', { lang: targetTag }, text),
    el('p', { class: 'do' }, el('span', { class: 'n small' }, `t${n}`),
      small('up', _('Move it to the paragraph above'), '↑', () => shift(n, at, -1)),
      small('down', _('Move it to the paragraph below'), '↓', () => shift(n, at, 1)),
      small('split', _('Split…'), '✂', () => split(n)),
      at.row ? small('skip', _('It has nothing from the statement'), '✕', () => skip(n, at.row)) : ''));
  box.addEventListener('dragstart', (event) => { event.dataTransfer.setData('text/plain', String(n)); event.dataTransfer.effectAllowed = 'move'; box.classList.add('held'); });
  box.addEventListener('dragend', () => box.classList.remove('held'));
  box.addEventListener('keydown', (event) => {
    if (event.target !== box) return;
    const act = event.altKey && event.key === 'ArrowUp' ? () => shift(n, at, -1) : event.altKey && event.key === 'ArrowDown' ? () => shift(n, at, 1)
      : event.key === 'Delete' && at.row ? () => skip(n, at.row) : event.key.toLowerCase() === 's' && !event.ctrlKey && !event.altKey ? () => split(n)
        : event.key === 'Enter' && at.row ? () => right(at.row) : null;
    if (act) { event.preventDefault(); act(); }
  });
  return box;
}

function line(row, place) {
  const theirs = el('div', { class: 'theirs' }, ...row.theirs.map((n) => chip(n, row.theirs.length === 1 ? row.text || found.theirs[n - 1] : found.theirs[n - 1], { row, place })));
  drop(theirs, row);
  const next = found.rows[place + 1];
  const both = next && (row.theirs.length || next.theirs.length);
  return el('li', { class: row.how, 'data-key': row.key },
    el('div', { class: 'how' }, el('strong', {}, HOW[row.how]()), el('span', { class: 'small soft' }, row.doubts.join('; ')),
      el('p', { class: 'do' }, row.how === 'doubtful' ? small('right', _('It is right'), '✓', () => right(row)) : '', both ? small('both', _('Join with the next paragraph'), '⇵', () => together(row, next)) : '')),
    el('p', { class: 'source', lang: sourceTag }, row.source), theirs);
}

function draw() {
  // What nothing of the statement is said by stands where it stands in the translation.
  const lines = [];
  const waiting = [...found.left];
  let last = 0;
  found.rows.forEach((row, place) => {
    while (waiting.length && row.theirs.length && waiting[0] < Math.min(...row.theirs) && waiting[0] > last) { const n = waiting.shift(); lines.push(left(n, place)); }
    lines.push(line(row, place));
    last = Math.max(last, ...row.theirs);
  });
  for (const n of waiting) lines.push(left(n, found.rows.length));
  byId('pairs').replaceChildren(...lines);
  byId('work').hidden = false;
  const count = (how) => found.rows.filter((row) => row.how === how).length;
  byId('counts').textContent = [...Object.keys(HOW).filter(count).map((how) => `${HOW[how]()}: ${number(count(how))}`), ...(found.left.length ? [`${_('only in the translation')}: ${number(found.left.length)}`] : [])].join(' · ');
  byId('corrections').hidden = !found.corrections.length;
  byId('back').disabled = !found.corrections.length;
  byId('corrections').querySelector('summary').textContent = found.corrections.length === 1 ? _('1 correction') : _('{n} corrections', { n: number(found.corrections.length) });
  byId('corrections').querySelector('ul').replaceChildren(...found.corrections.map((c) => el('li', {},
    el('span', {}, `${DID[c.do]()}: `, el('span', { lang: targetTag }, c.words || '…'), el('span', { class: 'soft small' }, ` · ${c.by}`)),
    el('button', { type: 'button', class: 'small-button', onclick: () => ask({ back: JSON.stringify([c.row, c.at]) }) }, _('Undo')))));
}

function left(n, place) {
  return el('li', { class: 'left' }, el('div', { class: 'how' }, el('strong', {}, _('only in the translation'))), el('div', { class: 'theirs' }, chip(n, found.theirs[n - 1], { row: null, place })));
}

// What is done ------------------------------------------------------------------------

const say = (row, numbers) => `join ${row.key} ${numbers.map((n) => `t${n}`).join(' ')}`;
const from = (n) => found.rows.find((row) => row.theirs.includes(n));
// Where it came from keeps the rest.
const rest = (n, not) => found.rows.filter((row) => row !== not && row.theirs.length > 1 && row.theirs.includes(n)).map((row) => say(row, row.theirs.filter((m) => m !== n)));

function put(n, row) {
  if (row.theirs.includes(n)) return;
  // Paragraphs that come before one stand before it.
  correct([...rest(n, row), say(row, [...row.theirs.filter((m) => m !== n), n].sort((a, b) => a - b))], `.chip[data-n="${n}"]`);
}
function shift(n, at, by) {
  const to = at.row ? found.rows[at.place + by] : found.rows[by < 0 ? at.place - 1 : at.place];
  if (to) put(n, to);
}
const skip = (n, row) => correct([...rest(n, null), `skip t${n}`, ...(row.theirs.length === 1 ? [`skip ${row.key}`] : [])], `.chip[data-n="${n}"]`);
const right = (row) => correct([say(row, row.theirs)], `.chip[data-n="${row.theirs[0]}"]`);
const together = (row, next) => correct([`join ${row.key} ${next.key} ${[...new Set([...row.theirs, ...next.theirs])].sort((a, b) => a - b).map((n) => `t${n}`).join(' ')}`], `[data-key="${row.key}"] button`);

async function split(n) {
  const text = byId('split-text');
  text.value = found.theirs[n - 1];
  text.setSelectionRange(0, 0);
  setTimeout(() => text.focus());
  if ((await asked(byId('split'))) !== 'go') return;
  // From the beginning of the word; as many words as it takes to tell the place from all others.
  const at = text.value.lastIndexOf(' ', text.selectionStart - 1) + 1 && text.selectionStart ? (text.value[text.selectionStart - 1] === ' ' ? text.selectionStart : text.value.lastIndexOf(' ', text.selectionStart - 1) + 1) : 0;
  if (!at) { toast(_('Put the cursor where the second part begins.')); return; }
  const words = text.value.slice(at).trim().split(/\s+/);
  let some = 1;
  while (some < words.length && text.value.indexOf(words.slice(0, some).join(' ')) !== at) some += 1;
  correct([`split t${n} ${words.slice(0, Math.max(some, Math.min(4, words.length))).join(' ')}`], `.chip[data-n="${n}"]`);
}

function drop(zone, row) {
  zone.addEventListener('dragover', (event) => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const n = Number(event.dataTransfer.getData('text/plain'));
    if (n && (from(n) || found.left.includes(n))) put(n, row);
  });
}

byId('back').addEventListener('click', () => {
  const last = found.corrections[found.corrections.length - 1];
  if (last) ask({ back: JSON.stringify([last.row, last.at]) });
});
byId('take').addEventListener('click', async () => {
  byId('take').disabled = true;
  if (await ask({ take: 'yes', ...(byId('drafts').checked ? { drafts: 'yes' } : {}) })) byId('told').textContent = _('Imported. It can be undone in the timeline.');
  byId('take').disabled = false;
});
onFiles(byId('file'), ([chosen]) => {
  file = chosen;
  found = null;
  byId('work').hidden = true;
  ask();
});
new News({}, { job });
document.documentElement.dataset.ready = 'yes';
