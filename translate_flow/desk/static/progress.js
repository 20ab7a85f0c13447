// The bar of progress, and the words that are left.

import { _, number } from './api.js';
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
