// Publishing: outputs built at one press, and the list of signatories as a table with rows pasted from a spreadsheet.

import './common.js';
import { Refused, _, el, number, post, read, toast } from './api.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const place = { language: start.language, name: start.name };
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const refused = (id, error) => byId(id).replaceChildren(el('p', { class: 'notice' }, said(error)));

byId('outputs').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = byId('outputs');
  const given = new FormData(form);
  byId('go').disabled = true;
  byId('result').replaceChildren(el('p', {}, _('Building…')));
  try {
    const made = await post('/api/build', { ...place, kinds: given.getAll('kind'), drafts: given.has('drafts'), errors: given.has('errors'), confidential: given.has('confidential') });
    byId('result').replaceChildren(
      el('p', {}, made.files.length === 1 ? _('1 file in {folder}', { folder: made.folder }) : _('{n} files in {folder}', { n: number(made.files.length), folder: made.folder })),
      el('ul', {}, ...made.files.map((file) => el('li', {}, el('a', { href: file.url, download: true }, file.file)))),
    );
    byId('zip').hidden = false;
    byId('zip').focus();
  } catch (error) { refused('result', error); }
  byId('go').disabled = false;
});

// What is said about the statement: only what was touched is sent ----------------------

const form = byId('imprint');
if (form) {
  let base = start.imprint;
  const touched = new Set();
  form.addEventListener('input', (event) => { touched.add(event.target); byId('say').disabled = false; });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('say').disabled = true;
    try {
      const values = Object.fromEntries([...touched].map((field) => [field.dataset.said, field.value]));
      const now = await post('/api/imprint', { ...place, base, values });
      base = now.base;
      touched.clear();
      for (const field of form.querySelectorAll('[data-said]')) field.value = now.values[field.dataset.said];
      byId('said').replaceChildren(el('p', {}, _('Saved in {file}.', { file: now.file })));
    } catch (error) { byId('say').disabled = false; refused('said', error); }
  });
}

// Signatories ---------------------------------------------------------------------

const table = byId('signatories');
if (table) {
  const body = table.tBodies[0];
  let { base } = start;
  const cells = (row) => [...row.querySelectorAll('input')];
  const rows = () => [...body.rows].map((row) => cells(row).map((cell) => cell.value));
  const changed = () => { byId('sign').disabled = false; };

  function add(values = []) {
    const row = byId('row').content.firstElementChild.cloneNode(true);
    cells(row).forEach((cell, n) => { cell.value = values[n] || ''; });
    body.append(row);
    return row;
  }

  // Rows that were copied go over those from the cell on, and below them; with the heads of their columns, at the end.
  async function paste(text, at = null) {
    const { rows: found } = await post('/api/signatories/paste', { text });
    if (!found.length) return;
    const after = at ? [...body.rows].indexOf(at) : body.rows.length;
    found.forEach((values, n) => {
      const row = body.rows[after + n];
      const free = row && cells(row).every((cell) => !cell.value);
      if (!free) { const made = add(values); if (row) row.before(made); } else cells(row).forEach((cell, k) => { cell.value = values[k] || ''; });
    });
    changed();
    toast(found.length === 1 ? _('1 row added') : _('{n} rows added', { n: number(found.length) }));
  }

  body.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    paste(text, event.target.closest('tr')).catch((error) => refused('signed', error));
  });
  body.addEventListener('input', changed);
  body.addEventListener('click', (event) => {
    const button = event.target.closest('.gone');
    if (!button) return;
    const row = button.closest('tr');
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    (next ? next.querySelector('.gone') : byId('more')).focus();
    changed();
  });
  byId('more').addEventListener('click', () => { cells(add())[0].focus(); changed(); });
  byId('paste-go').addEventListener('click', async () => {
    try { await paste(byId('paste').value); byId('paste').value = ''; } catch (error) { refused('signed', error); }
  });
  byId('sign').addEventListener('click', async () => {
    try {
      const now = await post('/api/signatories', { ...place, base, rows: rows() });
      base = now.base;
      body.replaceChildren();
      for (const values of now.rows) add(values);
      byId('sign').disabled = true;
      byId('signed').replaceChildren(el('p', {}, _('Saved in {file}.', { file: now.file })), ...now.remarks.map((remark) => el('p', { class: 'soft' }, `▲ ${remark}`)));
    } catch (error) { refused('signed', error); }
  });
}
document.documentElement.dataset.ready = 'yes';
