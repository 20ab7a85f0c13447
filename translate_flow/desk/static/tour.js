// The tour: a few stops on the overview and in the editor of the sample; by mouse, keys or touch, and left at any time.
// Where it is stands in the address, so that it needs no storage and goes on behind a link.

import { _, el, post } from './api.js';

const STOPS = [
  ['', '.all .heading', () => _('Statements'), () => _('Every statement of this workspace, with a line for each language: how much is confirmed, how many words are left, and what the checks found.')],
  ['', '.waiting', () => _('Waiting for you'), () => _('What was returned to you, what needs translating, and what needs a second look. Begin here each day.')],
  ['', '#drop', () => _('New statements'), () => _('Choose a file or drop it here: Word, LibreOffice, PDF, a web page, plain text. Its form is kept in the translation.')],
  ['', '.statements .do', () => _('What to do with a statement'), () => _('Draft has a machine make a first version, Translate opens the editor, Review is for a second person, and Publish makes the finished files.')],
  ['s', '#list', () => _('The paragraphs'), () => _('The list shows the state of each paragraph. Type words above it, or press a filter, to see only some.')],
  ['s', '.active .pair', () => _('The text'), () => _('Source and translation side by side. Words with a line under them are terms of the glossary. Write, then press Ctrl+Enter: the paragraph is confirmed, and the next one opens. This is the sample: try it.')],
  ['s', '#help', () => _('Help for this paragraph'), () => _('Findings of the checks as you type, terms, suggestions from memory and machine, comments, and the complete history.')],
  ['s', '[data-do="undo"]', () => _('Nothing is lost'), () => _('What you type is kept at once. Undo reverses anything that was done, today or last month; the timeline shows it all.')],
  ['', '.places-bar', () => _('Pages about everything'), () => _('The glossary, all findings, find and change in all statements, files to reviewers and back, and the plan: who does what until when.')],
  ['', '.who', () => _('Settings and help'), () => _('Your name and language, engines, keys, this tour, and the sample to delete. A question mark beside a thing explains it.')],
];

let box = null;
let came = null; // what had the focus

const stopOf = () => Number(new URLSearchParams(location.search).get('tour') || 0);
const here = () => (location.pathname.startsWith('/s/') ? 's' : '');
const sample = () => document.querySelector('#rows [data-name="ejemplo"] h3 a, #rows [data-name] h3 a')?.getAttribute('href');

function leave() {
  box?.remove();
  box = null;
  document.querySelector('.toured')?.classList.remove('toured');
  const address = new URL(location);
  address.searchParams.delete('tour');
  history.replaceState(null, '', address);
  came?.focus?.();
}

function go(number) {
  const stop = STOPS[number - 1];
  if (!stop) { leave(); return; }
  if (stop[0] === here()) { history.replaceState(null, '', `${location.pathname}?tour=${number}${location.hash}`); show(number); return; }
  const there = stop[0] === 's' ? sample() : '/';
  if (there) location.href = `${there}?tour=${number}`;
  else go(STOPS.findIndex((s, n) => n >= number && s[0] === '') + 1); // no statement to show: on with the overview
}

// Rows are drawn anew while one reads.
function mark(where) {
  const at = [...document.querySelectorAll(where)].find((e) => e.checkVisibility());
  document.querySelector('.toured')?.classList.remove('toured');
  at?.classList.add('toured');
  return at;
}
document.addEventListener('redrawn', () => { if (box) mark(STOPS[stopOf() - 1][1]); });

function show(number) {
  const [, where, title, text] = STOPS[number - 1];
  const at = mark(where);
  at?.scrollIntoView({ block: 'nearest' });
  box?.remove();
  const last = number === STOPS.length;
  const next = el('button', { type: 'button', class: 'primary', onclick: () => go(number + 1) }, last ? _('Finish') : _('Next'));
  box = el('dialog', { id: 'tour', 'aria-labelledby': 'tour-title', 'aria-describedby': 'tour-text' },
    el('h2', { id: 'tour-title' }, title(), ' ', el('span', { class: 'soft small' }, _('{n} of {total}', { n: number, total: STOPS.length }))),
    el('p', { id: 'tour-text' }, text()),
    el('p', { class: 'row' }, next,
      number > 1 ? el('button', { type: 'button', onclick: () => go(number - 1) }, _('Back')) : '',
      last ? '' : el('button', { type: 'button', class: 'link', onclick: leave }, _('Leave the tour'))));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    if (event.key === 'ArrowRight') go(number + 1);
    if (event.key === 'ArrowLeft' && number > 1) go(number - 1);
    event.stopPropagation(); // the editor's keys are not meant
  });
  document.body.append(box);
  box.show();
  // It must not lie over what it speaks of.
  const seen = at?.getBoundingClientRect();
  box.classList.toggle('up', Boolean(seen) && seen.bottom > innerHeight - box.offsetHeight - 24 && seen.top > box.offsetHeight + 80);
  next.focus({ preventScroll: true });
}

// From the start, with the sample there is to play with.
export async function begin() {
  try { await post('/api/sample', {}); } catch { /* no sample in this language, or not for this person: any statement will do */ }
  location.href = '/?tour=1';
}

if (stopOf() >= 1 && stopOf() <= STOPS.length && STOPS[stopOf() - 1][0] === here()) {
  came = document.activeElement === document.body ? null : document.activeElement;
  show(stopOf());
}
