// Review files that came back: every row's outcome is shown, then taken in when one says so.

import './common.js';
import { Refused, _, el, number, toast, upload } from './api.js';

const byId = (id) => document.getElementById(id);
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const WORDS = { taken: _('taken'), confirmed: _('confirmed'), returned: _('sent back'), unchanged: _('unchanged'), asked: _('not taken'), stale: _('changed meanwhile'), refused: _('refused'), unknown: _('belongs to no segment') };
const OPEN = new Set(['asked', 'stale', 'refused', 'unknown']);

function rows(statement) {
  return [
    el('h3', {}, el('a', { href: statement.url }, statement.name)),
    el('ul', { class: 'listing' }, ...statement.rows.map((row) => el('li', {},
      row.outcome === 'stale' ? el('input', { type: 'checkbox', class: 'pick', value: row.key, 'aria-label': _('Take the text of {key} all the same', { key: row.key }) }) : '',
      el('div', { class: 'what' },
        el('p', {}, el('strong', { class: OPEN.has(row.outcome) ? 'wrong' : '' }, WORDS[row.outcome] || row.outcome), ` ${row.key}`, row.by ? el('span', { class: 'soft' }, ` · ${row.by}`) : '', row.why ? `: ${row.why}` : ''),
        row.text ? el('p', { class: 'prose' }, row.text) : '',
        ...row.comments.map((c) => el('p', { class: 'small' }, `${c.by}: ${c.text}`)))))),
    el('p', { class: 'soft small' }, [
      statement.unchanged === 1 ? _('1 row unchanged') : _('{n} rows unchanged', { n: number(statement.unchanged) }),
      ...(statement.absent ? [statement.absent === 1 ? _('1 segment is not in the file') : _('{n} segments are not in the file', { n: number(statement.absent) })] : []),
    ].join(' · ')),
  ];
}

async function bring(file, dry) {
  const take = dry ? '' : [...byId('back').querySelectorAll('.pick:checked')].map((box) => box.value).join(' ');
  byId('back').replaceChildren(el('p', {}, _('Reading {file}…', { file: file.name })));
  try {
    const found = await upload(file, { file: file.name, take, ...(dry ? { dry: 'yes' } : {}) }, '/api/upload/review');
    byId('back').replaceChildren(
      ...found.troubles.map((trouble) => el('p', { class: 'notice' }, trouble)),
      el('p', {}, dry ? _('This is what would become of each row:') : _('Taken in. It can be undone in the timeline.')),
      ...found.statements.flatMap(rows),
      dry && found.statements.length ? el('p', { class: 'row' }, el('button', { type: 'button', class: 'primary', id: 'take', onclick: () => bring(file, false) }, _('Take it in'))) : '',
    );
  } catch (error) { byId('back').replaceChildren(el('p', { class: 'notice' }, said(error))); }
}
byId('out').addEventListener('submit', (event) => {
  if (byId('out').querySelector('[name=name]:checked')) return;
  event.preventDefault();
  toast(_('Choose a statement first.'));
  byId('out').querySelector('[name=name]')?.focus();
});
byId('align')?.addEventListener('submit', (event) => { event.preventDefault(); location.href = byId('align-name').value; });
byId('file').addEventListener('change', () => {
  const [file] = byId('file').files;
  byId('file').value = '';
  if (file) bring(file, true);
});
document.documentElement.dataset.ready = 'yes';
