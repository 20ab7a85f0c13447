// What the glossary says of a term in the source: on pointing, on focus, on click; Escape closes it.

import { _, el } from './api.js';

export function popups(source, termAt, says) {
  const box = el('div', { id: 'term-popup', role: 'tooltip', hidden: true });
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
    const target = document.getElementById('text').lang;
    box.replaceChildren(
      el('p', { class: 'head' }, el('span', { lang: source.lang }, term.es), ...(term.target === term.es ? [] : [' → ', el('span', { lang: target }, term.target)])),
      el('p', { class: 'small soft' }, says(term)),
      ...(term.accepted.length ? [el('p', { class: 'small' }, _('Also right: {forms}', { forms: term.accepted.join(', ') }))] : []),
      ...(term.forbidden.length ? [el('p', { class: 'small wrong' }, _('Wrong: {forms}', { forms: term.forbidden.join(', ') }))] : []));
    box.hidden = false;
    const at = mark.getBoundingClientRect();
    const room = source.offsetParent === null ? document.body.getBoundingClientRect() : box.offsetParent.getBoundingClientRect();
    box.style.left = `${Math.max(0, Math.min(at.left - room.left, room.width - box.offsetWidth - 8))}px`;
    box.style.top = `${at.bottom - room.top + 4}px`;
    mark.setAttribute('aria-describedby', 'term-popup');
  }

  const markOf = (event) => event.target.closest?.('[data-term]');
  source.addEventListener('pointerover', (event) => { const mark = markOf(event); if (mark) show(mark); });
  source.addEventListener('pointerout', (event) => { if (markOf(event) && document.activeElement !== shown && !box.contains(event.relatedTarget)) hide(); });
  box.addEventListener('pointerleave', hide);
  source.addEventListener('focusin', (event) => { const mark = markOf(event); if (mark) show(mark); });
  source.addEventListener('focusout', hide);
  source.addEventListener('click', (event) => { const mark = markOf(event); if (mark) show(mark); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && shown) { hide(); event.stopPropagation(); } });
  return hide;
}
