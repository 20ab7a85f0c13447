// What the page knows of the statement's paragraphs, and the elements that show them.

import { Refused, _, read } from './api.js';

export const byId = (id) => document.getElementById(id);
export const start = read('start');
export const place = { language: start.language, name: start.name };
export const rows = new Map();
// State, base and signs of each paragraph; its texts stand in its row.
export const units = start.units;
for (const row of byId('main').getElementsByClassName('row')) {
  rows.set(row.id, row);
  units[row.id].target = row.firstChild.lastChild.textContent;
}

export const sourceOf = (key) => rows.get(key).querySelector('.source').textContent;
export const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

// The text of a paragraph as it is now.
export function showTarget(key, text) {
  const shown = rows.get(key).querySelector('.target');
  if (shown.textContent !== text) shown.textContent = text;
  if (!text) shown.dataset.empty = _('not translated yet');
}
