// The page of plans: one or many changed; drawn anew in place when something happens.

import './common.js';
import { _, alarm, localise } from './api.js';
import { News } from './news.js';
import { planDialog } from './plandialog.js';
import { redraw } from './redraw.js';

const byId = (id) => document.getElementById(id);
const lines = () => [...document.querySelectorAll('#rows > [data-place]')];
const ticked = () => lines().filter((line) => line.querySelector('.pick').checked);
const placeOf = (line) => JSON.parse(line.dataset.place);

function draw() {
  if (!byId('plan-chosen')) return;
  byId('plan-chosen').disabled = !ticked().length;
  byId('all').checked = lines().length > 0 && ticked().length === lines().length;
}
let waiting = null;
async function refresh() {
  waiting = null;
  if (document.querySelector('dialog[open]')) { soon(); return; }
  const response = await fetch(location.href);
  if (!response.ok || !byId('rows')) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of ['#rows', '.tabs']) {
    const now = fresh.querySelector(part);
    localise(now);
    redraw(document.querySelector(part), now);
  }
  draw();
}
function soon() { if (waiting === null) waiting = setTimeout(refresh, 400); }

document.addEventListener('click', (event) => {
  const line = event.target.closest('.plan-one')?.closest('[data-place]');
  if (line) planDialog([placeOf(line)], line.querySelector('.head').textContent.trim(), JSON.parse(line.dataset.given), soon);
  if (event.target.id === 'plan-chosen') planDialog(ticked().map(placeOf), ticked()[0].querySelector('.head').textContent.trim(), ticked().length === 1 ? JSON.parse(ticked()[0].dataset.given) : null, soon);
});
document.addEventListener('change', (event) => {
  if (event.target.id === 'all') for (const line of lines()) line.querySelector('.pick').checked = event.target.checked;
  draw();
});
let before = false;
new News({}, {
  open: () => { alarm('offline'); if (before) soon(); before = true; },
  lost: () => alarm('offline', _('The desk does not answer. Start it again with: translate-flow desk')),
  statement: soon,
  counts: soon,
  trouble: (news) => alarm('refused', news.error),
});
draw();
document.documentElement.dataset.ready = 'yes';
