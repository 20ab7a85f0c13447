// Small things of the editor: the bar of progress, changing capitals.

import { _, el, number } from './api.js';
import { marksOf } from './field.js';
import { OPEN, STATES } from './says.js';

const ORDER = ['approved', 'translated', 'kept', 'stale', 'draft', 'missing'];

export function progress(units, rows) {
  const counts = {};
  let words = 0;
  for (const [key, unit] of Object.entries(units)) {
    counts[unit.state] = (counts[unit.state] || 0) + 1;
    if (OPEN.has(unit.state)) words += Number(rows.get(key)?.dataset.words || 0);
  }
  const svg = document.querySelector('#progress .meter');
  const all = Object.keys(units).length || 1;
  const lines = [];
  let at = 0;
  for (const state of ORDER.filter((s) => counts[s])) {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    const width = (100 * counts[state]) / all;
    for (const [k, v] of Object.entries({ class: state, x1: `${at}%`, x2: `${at + width}%`, y1: '50%', y2: '50%' })) line.setAttribute(k, v);
    lines.push(line);
    at += width;
  }
  svg.replaceChildren(...lines);
  svg.setAttribute('aria-label', ORDER.filter((s) => counts[s]).map((s) => `${STATES[s]()} ${counts[s]}`).join(', '));
  document.getElementById('to-go').textContent = words === 1 ? _('1 word to go') : _('{n} words to go', { n: number(words) });
}

// lower → Capitalised → UPPER → lower, for the selection or the word at the caret.
export function changedCase(field, language) {
  let { selectionStart: start, selectionEnd: end } = field.text;
  const text = field.value;
  if (start === end) {
    while (start > 0 && /[\p{L}\p{M}\d’'-]/u.test(text[start - 1])) start -= 1;
    while (end < text.length && /[\p{L}\p{M}\d’'-]/u.test(text[end])) end += 1;
  }
  if (start === end) return;
  const part = text.slice(start, end);
  const lower = part.toLocaleLowerCase(language);
  const title = lower.replace(/(^|[\s“"(-])(\p{L})/gu, (all, before, letter) => before + letter.toLocaleUpperCase(language));
  const upper = part.toLocaleUpperCase(language);
  const next = part === lower ? title : part === title && title !== upper ? upper : lower;
  field.text.setSelectionRange(start, end);
  field.insert(next);
  field.text.setSelectionRange(start, start + next.length);
}

// Buttons that put in the inline marks of the source.
export function markButtons(source, field) {
  const names = new Set(marksOf(source).map((m) => m.text.replace(/[<>/ ]/g, '')));
  document.getElementById('mark-bar').replaceChildren(...[...names].map((name) => {
    const single = name.startsWith('x');
    const put = () => (single ? field.wrap(`<${name}/>`, '') : field.wrap(`<${name}>`, `</${name}>`));
    return el('button', { type: 'button', class: 'chip', title: _('Insert this mark'), onclick: put }, single ? `<${name}/>` : `<${name}>…</${name}>`);
  }));
}
