// All findings: fixed where that is certain, set aside with a reason, one by one or many at once.

import './common.js';
import { Refused, _, alarm, alone, asked, el, localise, number, post, read, toast } from './api.js';
import { job } from './job.js';
import { News } from './news.js';
import { redraw } from './redraw.js';

const byId = (id) => document.getElementById(id);
const { language } = read('start');
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));
const itemOf = (li) => ({ name: li.dataset.name, key: li.dataset.key, rule: li.dataset.rule });
const all = () => [...document.querySelectorAll('#found .listing > li[data-key]')];
const ticked = () => all().filter((li) => li.querySelector('.pick').checked);

function counted() {
  const some = ticked();
  if (byId('aside')) { byId('aside').disabled = !some.length; byId('fix').disabled = !some.some((li) => li.dataset.fixable); }
  if (byId('back')) byId('back').disabled = !some.length;
}

// The list is drawn anew in its place; when the line with the focus is gone, the next one has it.
let timer = null;
async function refresh() {
  timer = null;
  const asking = new URLSearchParams(location.search);
  asking.set('language', language);
  const response = await fetch(`/api/findings?${asking}`);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('found');
  const old = byId('found');
  if (old.contains(document.activeElement) && document.activeElement.matches('select')) { soon(); return; }
  const now = document.activeElement.closest?.('#found li');
  const at = now ? all().indexOf(now) : -1;
  localise(fresh);
  const stayed = redraw(old, fresh);
  if (at >= 0 && !stayed) (all()[Math.min(at, all().length - 1)]?.querySelector('button, a, input') || byId('main')).focus({ preventScroll: true });
  counted();
}
function soon() { if (timer === null) timer = setTimeout(refresh, 300); }

async function act(path, items, more = {}) {
  if (!items.length) return;
  try {
    const done = await post(path, { language, items: items.map(itemOf), ...more });
    toast(done.done === 1 ? _('1 finding resolved.') : _('{n} findings resolved.', { n: number(done.done) }));
    for (const li of items) li.querySelector('.pick').checked = false;
    if (done.refused.length) alarm('notice', done.refused[0], el('button', { type: 'button', onclick: () => alarm('notice') }, _('Understood')));
    soon();
  } catch (error) { alarm('refused', said(error)); }
}
async function aside(items) {
  byId('dismiss-why').value = '';
  if ((await asked(byId('dismiss'))) === 'go') await act('/api/findings/dismiss', items, { why: byId('dismiss-why').value });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  const li = button?.closest('li[data-key]');
  const doing = button?.dataset.do || (['fix', 'aside', 'back'].includes(button?.id) ? button.id : '');
  const items = li ? [li] : ticked();
  if (doing === 'fix') alone(() => act('/api/findings/fix', items.filter((i) => i.dataset.fixable)));
  if (doing === 'aside') alone(() => aside(items));
  if (doing === 'back') alone(() => act('/api/findings/undismiss', items));
});
document.addEventListener('change', (event) => {
  if (event.target.id === 'all') for (const li of all()) li.querySelector('.pick').checked = event.target.checked;
  if (event.target.matches('.pick, #all')) counted();
});

const PLACE = `desk place ${location.pathname}${location.search}`;
try { const at = Number(sessionStorage.getItem(PLACE)); if (at) scrollTo(0, at); addEventListener('pagehide', () => sessionStorage.setItem(PLACE, String(scrollY))); } catch { /* kept for nobody, then */ }
new News({}, { job, counts: soon, statement: soon, open: () => { alarm('offline'); soon(); }, lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')) });
counted(); // what was ticked before this script had arrived
document.documentElement.dataset.ready = 'yes';
