// What one can do with the paragraph that is open: by key, by button, by touch.

import { _, alarm, asked, el, get, post, tab, toast } from './api.js';
import { changedCase } from './capitals.js';
import { byId, place, rows, said, showTarget, sourceOf, start, units } from './page.js';
import { OPEN } from './says.js';
import { takeBack } from './undo.js';

export function acts(open, parts) {
  const { field, list } = parts;

  function save(how) {
    const text = field.value;
    if (!text.trim()) { toast(_('There is no text yet.')); return; }
    if (parts.conflict.open) { toast(_('First decide between the two texts.')); return; }
    // Nobody has read a draft: the first of two steps is to confirm it.
    if (how === 'approve' && OPEN.has(units[open.key].state)) how = 'save';
    const done = open.key;
    delete start.typing[done];
    open.ahead.delete(done);
    parts.outbox.save({ key: done, text, base: open.base, do: how });
    units[done].target = text;
    showTarget(done, text);
    if (OPEN.has(units[done].state) || how === 'approve') list.update({ key: done, state: how === 'approve' ? 'approved' : 'translated', returned: false });
    rows.get(done).classList.add('saving');
    const next = list.following(done);
    if (next) open.go(next);
    else { open.showState(); byId('kept').replaceChildren(); toast(_('That was the last one.')); }
  }

  // The checks found an error in a text that was confirmed: kept only with a reason, which goes into the history.
  async function anyway(job, findings) {
    byId('anyway-list').replaceChildren(...findings.map((f) => el('li', { class: `finding ${f.severity}` }, f.message, f.hint ? el('span', { class: 'soft' }, ` → ${f.hint}`) : '')));
    byId('anyway-text').textContent = job.text;
    byId('anyway-why').value = '';
    if ((await asked(byId('anyway'))) === 'go') {
      if (open.key === job.key) parts.outbox.forget(job.key);
      parts.outbox.save({ ...job, anyway: byId('anyway-why').value });
      return;
    }
    await again(job).catch(() => {});
    if (open.key !== job.key) open.go(job.key);
  }

  async function sendBack() {
    byId('return-note').value = '';
    if ((await asked(byId('return'))) !== 'go') return;
    if (open.dirty) { toast(_('Save or undo what you typed first.')); return; }
    parts.outbox.save({ key: open.key, base: open.base, do: 'return', note: byId('return-note').value });
  }

  // Something said about the paragraph; true if it went well.
  async function tell(path, data) {
    const at = open.key;
    try {
      const answer = await post(path, { ...place, key: at, tab, ...data });
      list.update(answer);
      if (open.key === at) open.show(answer);
      return true;
    } catch (error) { alarm('refused', said(error)); return false; }
  }

  async function dismiss(rule) {
    byId('dismiss-why').value = '';
    if ((await asked(byId('dismiss'))) !== 'go') return;
    if (open.dirty) { toast(_('Save the text first; the finding is dismissed for exactly this text.')); return; }
    await tell('/api/dismiss', { rule, why: byId('dismiss-why').value });
  }

  async function undismiss(rule) {
    if (await tell('/api/undismiss', { rule })) toast(_('The finding is reported again.'));
  }

  // Saving was refused: what was typed comes back into the field.
  async function again(job) {
    const data = await get('/api/segment', { ...place, tab, key: job.key });
    list.update(data);
    showTarget(job.key, data.target);
    if (job.text !== undefined && job.text !== data.target) start.typing[job.key] = { text: job.text, base: data.base };
    if (open.key === job.key || job.do === 'approve') open.go(job.key);
  }

  // Undo, or do again: what is on its way to the server comes first.
  async function back(again) {
    try {
      await parts.outbox.empty();
      const done = await takeBack(place, { again });
      const to = done.keys.find((key) => units[key]);
      if (!to) return;
      const mine = open.key === to && open.dirty ? { text: field.value, base: open.base } : null;
      const data = await get('/api/segment', { ...place, tab, key: to });
      list.update(data);
      showTarget(to, data.target);
      open.ahead.delete(to);
      if (mine) start.typing[to] = mine;
      // Without `leave`: what is in the field is the text that was undone, or kept as typed.
      if (open.key === to) open.key = null;
      open.go(to);
    } catch (error) { alarm('refused', said(error)); }
  }

  const walk = (step, unconfirmed = false) => { const to = list.neighbour(open.key, step, unconfirmed); if (to) open.go(to); };
  const suggest = (n) => { const found = parts.suggestions.list[n - 1]; if (found) field.insert(found.text, { whole: true }); };

  // The words that are marked are looked for in all statements.
  function search() {
    const { value, selectionStart, selectionEnd } = field.text;
    const words = document.activeElement === field.text ? value.slice(selectionStart, selectionEnd) : String(getSelection());
    byId('concordance').focus();
    if (words.trim()) { byId('concordance').value = words.trim(); byId('concordance-form').requestSubmit(); }
  }

  return {
    confirm: () => save('save'),
    approve: () => save('approve'),
    return: sendBack,
    undo: () => back(false),
    redo: () => back(true),
    next: () => walk(1),
    previous: () => walk(-1),
    open: () => walk(1, true),
    copy: () => field.insert(sourceOf(open.key), { whole: true }),
    revert: () => field.insert(open.unit.target, { whole: true }),
    case: () => changedCase(field, start.language),
    term: () => { const term = open.details?.look.terms.find((t) => t.status === 'unused'); if (term) field.insert(term.target); },
    suggest1: () => suggest(1),
    suggest2: () => suggest(2),
    suggest3: () => suggest(3),
    comment: () => byId('comment').focus(),
    search,
    filter: () => { list.open(true); byId('q').focus(); byId('q').select(); },
    list: () => list.open(),
    keys: () => byId('keys').showModal(),
    dismiss,
    undismiss,
    tell,
    anyway,
    again,
  };
}
