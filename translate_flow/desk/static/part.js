// A paragraph as a part of its statement: divided, put together, of another kind. Journalled; kept when the source changes.

import { Refused, _, alone, get, post, tab, toast } from './api.js';
import { byId, place } from './page.js';

const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

// selected(): words selected in the source
export function parts(open, selected) {
  const box = byId('part');

  async function show() {
    if (open.dirty) { toast(_('Save or undo what you typed first.')); return; }
    byId('part-told').textContent = '';
    byId('part-words').value = selected();
    try {
      const now = await get('/api/part', { ...place, key: open.key });
      const way = (name) => box.querySelector(`[value="${name}"]`);
      way('sentences').disabled = !now.sentences;
      way('lines').disabled = !now.lines;
      way(byId('part-words').value || !now.sentences ? 'words' : 'sentences').checked = true;
      byId('part-join').disabled = !now.join;
      byId('part-kind').value = now.said;
    } catch (error) { toast(said(error)); return; }
    if (!box.open) box.showModal();
  }

  async function act(data) {
    try {
      const { key } = await post('/api/part', { ...place, key: open.key, tab, ...data });
      // Other paragraphs have other numbers now: the page is made anew, and stands at this one.
      history.replaceState(history.state, '', `#${key}`);
      location.reload();
    } catch (error) { byId('part-told').textContent = said(error); }
  }

  byId('part-split').addEventListener('click', () => {
    const how = box.querySelector('[name="how"]:checked').value;
    const before = how === 'words' ? byId('part-words').value.trim() : '';
    if (how === 'words' && !before) { byId('part-words').focus(); byId('part-told').textContent = _('Write the first words of the second part.'); return; }
    alone(() => act({ do: 'split', how, before }));
  });
  byId('part-join').addEventListener('click', () => alone(() => act({ do: 'join' })));
  byId('part-set').addEventListener('click', () => alone(() => act({ do: 'kind', kind: byId('part-kind').value })));
  byId('part-words').addEventListener('input', () => { box.querySelector('[value="words"]').checked = true; });
  return show;
}
