// The glossary: rows changed one by one or many at once, proposals taken or refused, files in with a preview.

import './common.js';
import { Refused, _, alarm, alone, el, get, number, post, read, toast, upload } from './api.js';
import { onFiles } from './chosen.js';
import { job } from './job.js';
import { News } from './news.js';
import { TermDialog, effectLines, redraft } from './termdialog.js';

const byId = (id) => document.getElementById(id);
const start = read('start');
const { language } = start;
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const [source, target] = [byId('term-es').lang, byId('term-en').lang];
const all = (n) => (n === 1 ? _('1 term') : _('{n} terms', { n: number(n) }));

// The list is drawn anew where it is, so that it keeps its place.
function again() { location.reload(); }
const dialog = new TermDialog({ language }, again);

document.addEventListener('click', (event) => {
  const button = event.target.closest('.edit');
  if (button) dialog.open({ es: button.dataset.es || button.closest('[data-es]').dataset.es });
});
byId('new')?.addEventListener('click', () => dialog.open({}));

// Many rows ---------------------------------------------------------------------

const picks = () => [...document.querySelectorAll('#rows .pick')];
const picked = () => picks().filter((box) => box.checked).map((box) => box.closest('li').dataset.es);
function counted() { for (const id of ['change', 'remove']) byId(id).disabled = !picked().length; }
byId('all')?.addEventListener('change', () => { for (const box of picks()) box.checked = byId('all').checked; counted(); });
byId('rows')?.addEventListener('change', counted);
if (byId('rows')) counted(); // what was ticked before this script had arrived

let removing = false;
let seen = null;
function wanted() {
  const given = { language, terms: picked(), remove: removing };
  if (removing) return given;
  if (byId('many-kind').value !== '=') given.kind = byId('many-kind').value;
  if (byId('many-policy').value) given.policy = byId('many-policy').value;
  return given;
}
async function preview() {
  const given = wanted();
  byId('many-go').disabled = true;
  byId('many-again-box').hidden = true;
  byId('many-effect').replaceChildren();
  if (!removing && !given.kind && given.kind !== '' && !given.policy) return;
  try {
    seen = await post('/api/glossary/change', { ...given, dry: true });
    byId('many-effect').replaceChildren(...effectLines(seen).map((line) => el('p', {}, line)));
    const count = Object.values(seen.again).flat().length;
    byId('many-again-box').hidden = !count || removing;
    byId('many-again-said').textContent = count === 1 ? _('Make the 1 draft again') : _('Make the {n} drafts again', { n: number(count) });
    byId('many-go').disabled = false;
  } catch (error) { byId('many-effect').replaceChildren(el('p', { class: 'notice' }, said(error))); }
}
function many(remove) {
  removing = remove;
  const terms = picked();
  byId('many-title').textContent = remove ? _('Remove {terms} from the glossary?', { terms: all(terms.length) }) : _('Change {terms}', { terms: all(terms.length) });
  byId('many-fields').hidden = remove;
  byId('many-list').replaceChildren(...terms.map((es) => el('li', { lang: source }, es)));
  byId('many').showModal();
  preview();
}
byId('change')?.addEventListener('click', () => many(false));
byId('remove')?.addEventListener('click', () => many(true));
byId('many-fields').addEventListener('change', preview);
byId('many-go').addEventListener('click', () => alone(async () => {
  try {
    const done = await post('/api/glossary/change', wanted());
    byId('many').close();
    if (!removing && byId('many-again').checked && Object.keys(done.again).length) await redraft(language, done.again);
    again();
  } catch (error) { byId('many-effect').replaceChildren(el('p', { class: 'notice', role: 'alert' }, said(error))); }
}));

// Proposals -----------------------------------------------------------------------

const REASONS = {
  edited: () => _('people corrected it'),
  'two renderings': () => _('rendered in two ways'),
  'in a list': () => _('in a list of names'),
  acronym: () => _('an acronym'),
  name: () => _('a name'),
  phrase: () => _('several words with capitals'),
};
let proposals = [];
const ticked = () => [...document.querySelectorAll('#suggestions .pick')].filter((box) => box.checked).map((box) => box.closest('li'));
function proposed() { for (const id of ['take', 'refuse']) byId(id).disabled = !ticked().length; }

function proposal(s, n) {
  const where = s.statements.length === 1 ? s.statements[0] : _('{n} statements', { n: number(s.statements.length) });
  const ways = s.renderings.map(([text, count]) => `“${text}” ${number(count)}×`).join(', ');
  const label = _('Its translation (empty: kept as it is)');
  return el('li', { 'data-n': n, 'data-es': s.es }, el('input', { type: 'checkbox', class: 'pick', 'aria-label': s.es }),
    el('div', { class: 'what' },
      el('p', { class: 'head' }, el('span', { lang: source }, s.es), ...(s.en ? [' → ', el('span', { lang: target }, s.en)] : [])),
      el('p', { class: 'soft small' }, [REASONS[s.reason]?.() || s.reason, s.kind === '–' ? '' : s.kind, s.count === 1 ? _('once') : _('{n} times', { n: number(s.count) }), where, s.shown ? _('drafts keep it already') : ''].filter(Boolean).join(' · ')),
      ways ? el('p', { class: 'small', lang: target }, ways) : null,
      s.forbidden.length ? el('p', { class: 'small wrong' }, _('Wrong: {forms}', { forms: s.forbidden.join(', ') })) : null,
      el('p', { class: 'small', lang: source }, s.url ? el('a', { href: s.url }, s.example) : s.example),
      el('input', { type: 'text', lang: target, 'aria-label': `${s.es}: ${label}`, placeholder: s.en || (s.ready ? label : _('Its translation')), maxlength: 300 })));
}

async function propose() {
  try {
    ({ suggestions: proposals } = await get('/api/glossary/suggestions', { language, for: start.statement }));
    byId('suggestions').replaceChildren(...proposals.map(proposal));
    byId('suggested').textContent = proposals.length === 1 ? _('1 proposal') : _('{n} proposals', { n: number(proposals.length) });
    proposed();
  } catch (error) { byId('suggested').textContent = said(error); }
}
async function decide(refuse) {
  const items = ticked();
  const words = items.map((li) => { const en = li.querySelector('input[type="text"]').value.trim(); return en && !refuse ? `${li.dataset.es}=${en}` : li.dataset.es; });
  try {
    const done = await post('/api/glossary/take', { language, for: start.statement, [refuse ? 'refused' : 'wanted']: words });
    toast(refuse ? _('{terms} will not be proposed again.', { terms: all(done.refused.length) }) : _('{terms} added.', { terms: all(done.written.length) }));
    for (const li of items) li.remove();
    byId('suggested').textContent = document.querySelectorAll('#suggestions > li').length === 1 ? _('1 proposal') : _('{n} proposals', { n: number(document.querySelectorAll('#suggestions > li').length) });
    proposed();
    if (done.effect && Object.keys(done.effect.again).length) {
      const count = Object.values(done.effect.again).flat().length;
      alarm('notice', count === 1 ? _('1 draft says it differently.') : _('{n} drafts say it differently.', { n: number(count) }),
        el('button', { type: 'button', onclick: () => { alarm('notice'); redraft(language, done.effect.again); } }, count === 1 ? _('Make the 1 draft again') : _('Make the {n} drafts again', { n: number(count) })));
    }
  } catch (error) { alarm('refused', said(error), el('button', { type: 'button', onclick: () => alarm('refused') }, _('Understood'))); }
}
byId('suggestions')?.addEventListener('change', proposed);
byId('names')?.addEventListener('change', () => {
  for (const li of document.querySelectorAll('#suggestions > li')) if (proposals[Number(li.dataset.n)].shown) li.querySelector('.pick').checked = byId('names').checked;
  proposed();
});
byId('take')?.addEventListener('click', () => alone(() => decide(false)));
byId('refuse')?.addEventListener('click', () => alone(() => decide(true)));
if (start.show === 'suggestions') propose();

// A file in -----------------------------------------------------------------------------

function rows(title, list, item) {
  return list.length ? el('details', {}, el('summary', {}, title), el('ul', { class: 'places', tabindex: 0, 'aria-label': title }, ...list.map(item))) : el('p', {}, title);
}
async function takeIn(file, more = {}) {
  const box = byId('imported');
  box.replaceChildren(el('p', {}, _('Reading {file}…', { file: file.name })));
  try {
    const found = await upload(file, { file: file.name, language, dry: 'yes', ...more }, '/api/upload/glossary');
    const over = el('input', { type: 'checkbox', id: 'over' });
    const go = el('button', { type: 'button', class: 'primary', onclick: async () => {
      try {
        const done = await upload(file, { file: file.name, language, ...(over.checked ? { replace: 'yes' } : {}) }, '/api/upload/glossary');
        box.replaceChildren(el('p', {}, _('{terms} added to {file}.', { terms: all(done.added.length), file: done.file })));
        if (Object.keys(done.again).length) box.append(el('p', {}, el('button', { type: 'button', onclick: () => redraft(language, done.again) }, _('Make the {n} drafts again', { n: number(Object.values(done.again).flat().length) }))));
      } catch (error) { alarm('refused', said(error)); }
    } }, _('Import it'));
    box.replaceChildren(
      found.columns ? el('p', { class: 'soft small' }, _('Columns: {columns}', { columns: found.columns.filter((c) => c.role).map((c) => (c.name ? `${c.name} = ${c.role}` : c.role)).join(', ') })) : '',
      rows(_('New: {terms}, into {file}', { terms: all(found.added.length), file: found.file }), found.added, (t) => el('li', {}, el('span', { lang: source }, t.es), ' → ', el('span', { lang: target }, t.en))),
      el('p', {}, _('Known already: {terms}', { terms: all(found.same) })),
      rows(_('Different here: {terms}', { terms: all(found.different.length) }), found.different, (t) => el('li', {}, el('span', { lang: source }, t.es), ': ', el('del', { lang: target }, t.ours), ' ', el('ins', { lang: target }, t.theirs))),
      found.unusable.length ? rows(_('Cannot be used: {n}', { n: number(found.unusable.length) }), found.unusable, (why) => el('li', {}, why)) : '',
      ...effectLines(found).map((line) => el('p', { class: 'soft' }, line)),
      found.different.length ? el('label', { class: 'check' }, over, ' ', _('Take theirs where they differ')) : '',
      el('p', { class: 'row' }, go));
    go.focus();
  } catch (error) { box.replaceChildren(el('p', { class: 'notice', role: 'alert' }, said(error))); }
}
if (start.show === 'files') onFiles(byId('file'), ([file]) => takeIn(file));

// Leaving and coming back, the list stands where it stood.
const PLACE = `desk place ${location.pathname}${location.search}`;
try { const at = Number(sessionStorage.getItem(PLACE)); if (at) scrollTo(0, at); addEventListener('pagehide', () => sessionStorage.setItem(PLACE, String(scrollY))); } catch { /* kept for nobody, then */ }

new News({}, { job, open: () => alarm('offline'), lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')) });
document.documentElement.dataset.ready = 'yes';
