// The person's dialog, and dialogs opened by buttons: on every page.

import { Refused, _, alarm, asked, el, lang, localise, post } from './api.js';

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

// What was done beside the journal is offered to be taken back; also on the page as it is loaded anew after it.
const DONE = { split: () => _('The paragraph was split.'), join: () => _('The paragraphs were joined.'), kind: () => _('The kind of the paragraph was changed.'), glossary: () => _('The glossary was changed.'), plan: () => _('The plan was changed.'), imprint: () => _('What is said about the statement was changed.'), memory: () => _('The memory was changed.') };
function remember(back) { history.replaceState(back ? { ...history.state, back } : null, ''); }
async function takeBack(back) {
  alarm('back');
  try {
    await post('/api/back', { token: back.token });
    remember(null);
    location.reload();
  } catch (error) { remember(null); alarm('refused', error instanceof Refused ? error.message : _('The desk does not answer.')); }
}
function offer(back) {
  alarm('back', DONE[back.kind](), el('button', { type: 'button', id: 'take-back', onclick: () => takeBack(back) }, _('Undo')), el('button', { type: 'button', onclick: () => { alarm('back'); remember(null); } }, _('Keep it')));
}
document.addEventListener('back', (event) => { remember(event.detail); offer(event.detail); });
if (history.state?.back) offer(history.state.back);
