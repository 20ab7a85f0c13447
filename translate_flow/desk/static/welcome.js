// The first run: the answers make a workspace, and the desk opens in it.

import './common.js';
import { Refused, _, post } from './api.js';

const byId = (id) => document.getElementById(id);

// The desk of the new workspace answers at the same address a moment later.
async function open() {
  for (let tries = 0; tries < 100; tries += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    try {
      const answer = await fetch('/');
      if (answer.ok && !(await answer.text()).includes('id="welcome"')) { location.reload(); return; }
    } catch { /* not yet */ }
  }
  byId('told').textContent = _('The desk does not answer. Start it again with: translate-flow desk');
}

byId('welcome').addEventListener('submit', async (event) => {
  event.preventDefault();
  const targets = [...document.querySelectorAll('[name="target"]:checked')].map((box) => box.value);
  const other = byId('other').value.trim();
  if (other) targets.push(other);
  if (!targets.length) { byId('told').textContent = _('Choose at least one language to translate into.'); return; }
  byId('begin').disabled = true;
  byId('told').textContent = _('The workspace is being made…');
  try {
    await post('/api/begin', { source: byId('source').value, targets, person: byId('person-name').value });
    open();
  } catch (error) {
    byId('begin').disabled = false;
    byId('told').textContent = error instanceof Refused ? error.message : _('The desk does not answer.');
  }
});
document.documentElement.dataset.ready = 'yes';
