// Review files that came back: every row's outcome is shown, then taken in when one says so.

import './common.js';
import { Refused, _, el, number, post, toast, upload } from './api.js';
import { onFiles } from './chosen.js';
import { job } from './job.js';
import { News } from './news.js';

const byId = (id) => document.getElementById(id);
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const WORDS = { taken: _('taken'), confirmed: _('confirmed as it is'), returned: _('sent back with a note'), unchanged: _('unchanged'), asked: _('not taken'), stale: _('changed in the meantime'), refused: _('refused'), unknown: _('belongs to no segment') };
const OPEN = new Set(['asked', 'stale', 'refused', 'unknown']);

function rows(statement) {
  return [
    el('h3', {}, el('a', { href: statement.url }, statement.name)),
    el('ul', { class: 'listing' }, ...statement.rows.map((row) => el('li', {},
      row.outcome === 'stale' ? el('input', { type: 'checkbox', class: 'pick', value: row.key, 'aria-label': _('Take the text of {key} anyway', { key: row.key }) }) : '',
      el('div', { class: 'what' },
        el('p', {}, el('strong', { class: OPEN.has(row.outcome) ? 'wrong' : '' }, WORDS[row.outcome] || row.outcome), ` ${row.key}`, row.by ? el('span', { class: 'soft' }, ` · ${row.by}`) : '', row.why ? `: ${row.why}` : ''),
        row.text ? el('p', { class: 'prose' }, row.text) : '',
        ...row.comments.map((c) => el('p', { class: 'small' }, `${c.by}: ${c.text}`)))))),
    el('p', { class: 'soft small' }, [
      statement.unchanged === 1 ? _('1 row unchanged') : _('{n} rows unchanged', { n: number(statement.unchanged) }),
      ...(statement.repeats ? [statement.repeats === 1 ? _('the same paragraph once more, translated alike') : _('the same paragraph {n} more times, translated alike', { n: number(statement.repeats) })] : []),
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
      el('p', {}, dry ? _('This is what would happen to each row:') : _('Imported. It can be undone in the timeline.')),
      ...found.statements.flatMap(rows),
      dry && found.statements.length ? el('p', { class: 'row' }, el('button', { type: 'button', class: 'primary', id: 'take', onclick: () => bring(file, false) }, _('Import it'))) : '',
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
onFiles(byId('file'), ([file]) => bring(file, true));

// The memory's files ----------------------------------------------------------------

async function remember(file, more = {}) {
  const told = byId('tmx-told');
  told.replaceChildren(el('p', {}, _('Reading {file}…', { file: file.name })));
  try {
    const done = await upload(file, { file: file.name, ...more }, '/api/upload/memory');
    told.replaceChildren(el('p', {}, done.taken === 1 ? _('1 pair in {file}', { file: done.file }) : _('{n} pairs in {file}', { n: number(done.taken), file: done.file }),
      done.left ? ` · ${_('{n} in other languages', { n: number(done.left) })}` : '', done.unconfirmed ? ` · ${_('{n} not confirmed by anybody', { n: number(done.unconfirmed) })}` : ''));
  } catch (error) {
    told.replaceChildren(el('p', { class: 'notice' }, said(error)), more.replace ? '' : el('p', {}, el('button', { type: 'button', onclick: () => remember(file, { replace: 'yes' }) }, _('Replace the file of the same name'))));
  }
}
if (byId('tmx')) onFiles(byId('tmx'), ([file]) => remember(file));
byId('clean')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData(byId('clean'));
  const wanted = { duplicates: form.has('duplicates'), before: form.get('before'), by: form.get('by') };
  const told = byId('clean-told');
  const rows = (done) => el('ul', {}, ...done.files.map((f) => el('li', {}, _('{file}: {n} of {total}', { file: f.file, n: number(f.duplicates + f.others), total: number(f.units) }))));
  const go = async () => {
    try {
      const done = await post('/api/memory/clean', wanted);
      told.replaceChildren(el('p', {}, done.gone === 1 ? _('1 unit removed.') : _('{n} units removed.', { n: number(done.gone) })), rows(done));
    } catch (error) { told.replaceChildren(el('p', { class: 'notice' }, said(error))); }
  };
  try {
    const seen = await post('/api/memory/clean', { ...wanted, dry: true });
    told.replaceChildren(...(seen.gone ? [el('p', {}, seen.gone === 1 ? _('1 unit would be removed:') : _('{n} units would be removed:', { n: number(seen.gone) })), rows(seen), el('p', {}, el('button', { type: 'button', class: 'primary', id: 'clean-go', onclick: go }, _('Remove them')))] : [el('p', {}, _('Nothing matches.'))]));
    byId('clean-go')?.focus();
  } catch (error) { told.replaceChildren(el('p', { class: 'notice' }, said(error))); }
});
new News({}, { job });
document.documentElement.dataset.ready = 'yes';
