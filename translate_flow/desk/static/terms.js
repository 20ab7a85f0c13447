// A term from what is selected in the source or in the translation.

import { el, _ } from './api.js';
import { byId, place } from './page.js';
import { TermDialog } from './termdialog.js';

// The words selected last in each of the two; a touch on a button takes a selection away before it is asked for.
export function terms(open, renew) {
  const dialog = new TermDialog(place, renew);
  const last = { key: null, source: '', target: '' };
  function note() {
    if (last.key !== open.key) Object.assign(last, { key: open.key, source: '', target: '' });
    const field = byId('text');
    if (document.activeElement === field) {
      last.target = field.value.slice(field.selectionStart, field.selectionEnd);
      return;
    }
    const selection = document.getSelection();
    const source = byId('source');
    if (selection.rangeCount && source?.contains(selection.anchorNode) && source.contains(selection.focusNode)) last.source = String(selection);
  }
  document.addEventListener('selectionchange', note);
  const plain = (words) => words.replace(/\s+/g, ' ').trim();
  // A key may come before the news of the selection that it is about.
  const selected = () => { note(); return { es: plain(last.source), en: plain(last.target) }; };
  const term = (n) => open.details?.look.terms[n];

  // A new one from the selection; the term the selected words belong to, if they are one.
  function fresh() { dialog.open(selected()); }
  function change(n) { dialog.open({ es: term(n).es }); }
  // The selected words, or else what stands there wrongly, are never to stand for it.
  function forbid(n) {
    const [from, to] = term(n).wrong[0] || [0, 0];
    dialog.open({ es: term(n).es, forbidden: selected().en || [...byId('text').value].slice(from, to).join('') });
  }

  byId('term-new').addEventListener('click', fresh);
  return {
    fresh,
    source: () => selected().es,
    // Beside each term: what can be done with its row.
    buttons: (n) => [
      el('button', { type: 'button', class: 'link', onclick: () => change(n) }, _('Change…')),
      el('button', { type: 'button', class: 'link', onclick: () => forbid(n) }, _('Forbid…'))],
  };
}
