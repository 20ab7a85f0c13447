// The person's dialog, and dialogs opened by buttons: on every page.

import { Refused, _, alarm, asked, lang, localise, post } from './api.js';

localise();

const me = document.getElementById('me');

async function settings() {
  if ((await asked(me)) !== 'save') return;
  const name = document.getElementById('me-name').value.trim();
  const language = document.getElementById('me-language').value;
  try {
    await post('/api/me', { name, language });
  } catch (error) {
    alarm('refused', error instanceof Refused ? error.message : _('The desk does not answer.'));
    return;
  }
  if (language !== lang || name !== document.getElementById('person').textContent) location.reload();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-open]');
  if (!button) return;
  if (button.dataset.open === 'me') settings();
  else document.getElementById(button.dataset.open).showModal();
});
