// The overview: add, draft, build; rows that follow what happens.

import './common.js';
import { Refused, _, alarm, asked, el, get, localise, number, post, toast, upload } from './api.js';
import { onFiles } from './chosen.js';
import { job, onJobEnd } from './job.js';
import { News } from './news.js';
import { redraw } from './redraw.js';
import { takeBack } from './undo.js';

const byId = (id) => document.getElementById(id);
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

// Rows ------------------------------------------------------------------------

let waiting = null;
async function refresh() {
  waiting = null;
  const response = await fetch(`/api/statements${location.search}`);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('rows');
  localise(fresh);
  redraw(byId('rows'), fresh);
  document.dispatchEvent(new Event('redrawn'));
}
function soon() { if (waiting === null) waiting = setTimeout(refresh, 400); }

// Adding ----------------------------------------------------------------------

async function add(file) {
  alarm('refused');
  toast(_('Reading {file}…', { file: file.name }));
  const agreed = {};
  let added;
  while (!added) {
    try {
      added = await upload(file, { file: file.name, ...agreed });
    } catch (error) {
      const ask = error instanceof Refused && error.status === 409 && error.data.ask;
      if (!ask) { toast(''); alarm('refused', said(error)); return; }
      if (ask === 'language') byId('other-language-said').textContent = error.message;
      if ((await asked(byId(ask === 'language' ? 'other-language' : 'replace'))) !== 'go') { toast(''); return; }
      agreed[ask === 'language' ? 'anyway' : 'replace'] = 'yes';
    }
  }
  for (const notice of added.notices) alarm('notice', notice);
  toast(_('{name}: {n} paragraphs', { name: added.name, n: number(added.segments) }));
  await refresh();
  const row = rowOf(added.name);
  row?.querySelector('h3 a').focus();
}
function rowOf(name) {
  return [...document.querySelectorAll('#rows [data-name]')].find((r) => r.dataset.name === name);
}
if (byId('file')) onFiles(byId('file'), async (files) => { for (const file of files) await add(file); });
const drop = byId('drop');
const holdsFiles = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
for (const kind of ['dragenter', 'dragover']) {
  addEventListener(kind, (event) => { if (holdsFiles(event)) { event.preventDefault(); drop?.classList.add('over'); } });
}
addEventListener('dragleave', (event) => { if (!event.relatedTarget) drop?.classList.remove('over'); });
addEventListener('drop', async (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (!drop) return; // not for whoever may not add statements
  drop.classList.remove('over');
  for (const file of event.dataTransfer.files) await add(file);
});

// Drafting --------------------------------------------------------------------

async function draft(place) {
  const dialog = byId('draft');
  let seen;
  try { seen = await get('/api/outlook', place); } catch (error) { alarm('refused', said(error)); return; }
  const text = byId('draft-text');
  byId('draft-go').disabled = !(seen.engine || seen.remembered) || !seen.wanted;
  if (!seen.engine && !seen.remembered) text.textContent = seen.reasons.join(' ') || _('No engine can run here.');
  else if (!seen.wanted) text.textContent = _('There is nothing to draft.');
  else {
    const known = seen.remembered ? ` ${_('{n} of them are in the memory.', { n: number(seen.remembered) })}` : '';
    const engine = seen.engine ? ` ${_('{c} characters go to {engine}.', { c: number(seen.characters), engine: seen.engine })}` : '';
    const where = seen.statements > 1 ? _('{n} paragraphs of {statements} statements have no text yet.', { n: number(seen.wanted), statements: number(seen.statements) }) : _('{n} paragraphs have no text yet.', { n: number(seen.wanted) });
    text.textContent = `${where}${known}${engine} ${seen.private ? _('The text stays on this machine.') : _('The text is sent to another machine.')}`;
  }
  if ((await asked(dialog)) !== 'go') return;
  try { await post('/api/draft', place); } catch (error) { alarm('refused', said(error)); }
}
async function undraft(news) {
  alarm('drafted');
  try { await takeBack({ language: news.language, name: news.names[0] }, { act: news.act }); } catch (error) { alarm('refused', said(error)); }
  soon();
}
onJobEnd((news) => {
  if (news.state === 'done' && news.done && news.act) alarm('drafted', news.names.length > 3 ? _('{n} statements: drafted by machine.', { n: number(news.names.length) }) : _('{name}: drafted by machine.', { name: news.names.join(', ') }), el('button', { type: 'button', onclick: () => undraft(news) }, _('Undo the drafts')), el('button', { type: 'button', onclick: () => alarm('drafted') }, _('Keep them')));
});

// Building --------------------------------------------------------------------

let building = null;
function openBuild(place, title) {
  building = place;
  byId('build-name').textContent = title;
  byId('build-result').replaceChildren();
  byId('build').showModal();
}
byId('build-go').addEventListener('click', async () => {
  const result = byId('build-result');
  const kinds = [...document.querySelectorAll('#build [name="kind"]:checked')].map((box) => box.value);
  if (!kinds.length) { result.replaceChildren(el('p', { class: 'notice' }, _('Choose at least one.'))); return; }
  result.replaceChildren(el('p', {}, _('Building…')));
  try {
    const built = await post('/api/build', { ...building, kinds, drafts: byId('build-drafts').checked, errors: byId('build-errors').checked, confidential: byId('build-confidential').checked });
    const files = built.files.map((f) => el('li', {}, el('a', { href: f.url, download: f.file }, f.file), ` ${_('{n} bytes', { n: number(f.bytes) })}`));
    const marked = built.unconfirmed ? el('p', { class: 'notice' }, _('{n} paragraphs are marked as machine text.', { n: number(built.unconfirmed) })) : null;
    const faulty = built.errors ? el('p', { class: 'notice' }, built.errors === 1 ? _('Built with 1 error; the manifest names the paragraph.') : _('Built with {n} errors; the manifest names the paragraphs.', { n: number(built.errors) })) : null;
    result.replaceChildren(...[el('p', {}, _('Built in {folder}:', { folder: built.folder })), el('ul', {}, ...files), marked, faulty].filter(Boolean));
    result.querySelector('a').focus();
  } catch (error) {
    result.replaceChildren(el('p', { class: 'notice' }, said(error), ' ', el('a', { href: `/findings/${building.language}?${new URLSearchParams({ name: building.name })}` }, _('Its findings'))));
  }
});

document.addEventListener('click', (event) => {
  const all = event.target.closest('[data-draft-all]');
  if (all) { draft({ language: all.dataset.language, name: '' }); return; }
  const button = event.target.closest('[data-draft],[data-build]');
  if (!button) return;
  const row = button.closest('[data-name]');
  const place = { language: button.closest('[data-language]').dataset.language, name: row.dataset.name };
  if ('draft' in button.dataset) draft(place);
  else openBuild(place, row.querySelector('h3').textContent);
});

// The tour --------------------------------------------------------------------

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-tour]')) import('./tour.js').then((tour) => tour.begin());
});
if (/[?&]tour=/.test(location.search)) import('./tour.js');

// News ------------------------------------------------------------------------

let before = false;
onJobEnd(soon);
new News({}, {
  open: () => { alarm('offline'); if (before || document.querySelector('.findings [title]')) soon(); before = true; },
  lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')),
  statement: soon,
  counts: soon,
  where: soon,
  job,
  trouble: (news) => alarm('refused', news.error),
});
document.documentElement.dataset.ready = 'yes';
