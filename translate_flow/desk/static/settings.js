// Settings: each form writes its own values; engines are put in order, models fetched, the sample added and thrown away.

import './common.js';
import { Refused, _, alarm, asked, el, number, post, read } from './api.js';
import { job, onJobEnd } from './job.js';
import { keysDialog } from './keysdialog.js';
import { News } from './news.js';
import { begin } from './tour.js';

const byId = (id) => document.getElementById(id);
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const refused = (error) => alarm('refused', said(error));
let { base } = read('start');

// What a form says, by "section.key".
function values(form) {
  const found = {};
  for (const input of form.querySelectorAll('[data-set]')) found[input.dataset.set] = input.type === 'checkbox' ? input.checked : input.type === 'number' ? Number(input.value) : input.value;
  if (form.dataset.form === 'engines') found['drafting.engines'] = [...form.querySelectorAll('.pick:checked')].map((box) => box.value);
  if (form.dataset.form === 'languages') {
    const tags = [...form.querySelectorAll('#targets :checked')].map((box) => box.value);
    const more = byId('new-language').value.trim();
    found['languages.targets'] = [...new Set([...tags, ...(more ? [more] : [])])];
  }
  return found;
}

async function save(form) {
  const told = form.querySelector('.told');
  told.textContent = _('Saving…');
  try {
    const done = await post('/api/settings', { base, values: values(form) });
    base = done.base;
    alarm('refused');
    if (done.troubles.length) alarm('notice', done.troubles.join(' '));
    told.textContent = _('Saved.');
    if (['engines', 'languages'].includes(form.dataset.form) && !done.troubles.length) location.reload();
  } catch (error) { told.textContent = ''; refused(error); }
}
for (const form of document.querySelectorAll('[data-form]')) form.addEventListener('submit', (event) => { event.preventDefault(); save(form); });

async function attempt(button) {
  const told = button.closest('.what').querySelector('.tried');
  told.textContent = _('Translating a sentence…');
  button.disabled = true;
  try {
    const done = await post('/api/engine/test', { engine: button.dataset.try, language: button.dataset.language });
    told.replaceChildren(`${done.text} → `, el('span', { lang: button.dataset.language }, done.answer), ` (${done.seconds === 1 ? _('1 second') : _('{n} seconds', { n: number(done.seconds) })})`);
  } catch (error) { told.textContent = said(error); }
  button.disabled = false;
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-move], [data-model], [data-try], [data-tour], #sample, #sample-gone');
  if (!button) return;
  if (button.dataset.move) {
    const row = button.closest('li');
    const other = button.dataset.move === '1' ? row.nextElementSibling : row.previousElementSibling;
    if (other) { if (button.dataset.move === '1') other.after(row); else other.before(row); button.focus(); }
  } else if (button.dataset.model) {
    button.disabled = true;
    try { await post('/api/model', { engine: button.dataset.model, language: button.dataset.language }); } catch (error) { button.disabled = false; refused(error); }
  } else if (button.dataset.try) attempt(button);
  else if ('tour' in button.dataset) begin().catch(refused);
  else if (button.id === 'sample') {
    try { location.href = (await post('/api/sample', {})).edit; } catch (error) { refused(error); }
  } else if ((await asked(byId('gone'))) === 'go') {
    try { await post('/api/sample/remove', {}); location.reload(); } catch (error) { refused(error); }
  }
});
onJobEnd((news) => {
  if (news.kind !== 'model') return;
  if (news.state === 'done' || news.state === 'ended') location.reload();
  else for (const button of document.querySelectorAll('[data-model]')) button.disabled = false;
});
keysDialog(byId('keys'), () => {});
new News({}, { job });
document.documentElement.dataset.ready = 'yes';
