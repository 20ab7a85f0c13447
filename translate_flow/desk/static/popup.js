// What the glossary says of a term in the source: on pointing, on focus, on touch; Escape closes it.

import { _, el } from './api.js';
import { termHead, termNotes, wrongForms } from './panel.js';

// termAt(n): the term of that number; insert(term): puts it into the translation.
export function popups(source, termAt, insert) {
  const said = el('div', { id: 'term-said' });
  const button = el('button', { type: 'button', class: 'small-button', tabindex: -1 }, _('Insert'));
  const box = el('div', { id: 'term-popup', hidden: true }, said, el('p', { class: 'do' }, button, el('span', { class: 'soft small hint' }, _('Enter inserts it'))));
  source.after(box);
  let shown = null;

  function hide() {
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  }

  function show(mark) {
    const term = termAt(Number(mark.dataset.term));
    if (!term || mark === shown) return;
    hide();
    shown = mark;
    said.replaceChildren(
      el('p', { class: 'head' }, ...termHead(term)),
      el('p', { class: 'small soft' }, termNotes(term)),
      ...(term.accepted.length ? [el('p', { class: 'small' }, _('Also accepted: {forms}', { forms: term.accepted.join(', ') }))] : []),
      ...[wrongForms(term)].filter(Boolean));
    box.hidden = false;
    // Under the part of the term that stands on its last line.
    const at = [...mark.getClientRects()].pop();
    const room = box.offsetParent.getBoundingClientRect();
    box.style.left = `${Math.max(0, Math.min(at.left - room.left, room.width - box.offsetWidth - 8))}px`;
    box.style.top = `${at.bottom - room.top + 2}px`;
    mark.setAttribute('aria-describedby', 'term-said');
  }

  const markOf = (event) => event.target.closest?.('[data-term]');
  const put = (mark) => { const term = termAt(Number(mark.dataset.term)); hide(); if (term) insert(term); };
  source.addEventListener('pointerover', (event) => { const mark = markOf(event); if (mark) show(mark); });
  source.addEventListener('pointerout', (event) => {
    if (event.pointerType === 'mouse' && markOf(event) && document.activeElement !== shown && !box.contains(event.relatedTarget)) hide();
  });
  box.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse' && event.relatedTarget !== shown) hide(); });
  source.addEventListener('focusin', (event) => { const mark = markOf(event); if (mark) show(mark); });
  source.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) hide(); });
  source.addEventListener('click', (event) => { const mark = markOf(event); if (mark) show(mark); });
  source.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    if (mark && (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.altKey) { event.preventDefault(); put(mark); }
  });
  // The caret of the translation stays where it is.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => { if (shown) put(shown); });
  document.addEventListener('pointerdown', (event) => { if (shown && !box.contains(event.target) && !markOf(event)) hide(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && shown) { hide(); event.stopPropagation(); } });
  return hide;
}
