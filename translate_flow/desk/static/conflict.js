// Two texts for one paragraph: base, theirs and mine side by side; nothing is thrown away.

import { _, el } from './api.js';
import { pieces } from './pieces.js';

export class Conflict {
  // take(found, text): the paragraph goes on from the other text, with this one in the field
  constructor(box, take) { this.box = box; this.take = take; this.open = false; }

  show(found) {
    this.open = true;
    this.box.hidden = false;
    const lang = document.getElementById('text').lang;
    const choice = (name, text, label, primary) => el('button', { type: 'button', 'data-choice': name, class: primary ? 'primary' : '', onclick: () => this.take(found, text) }, label);
    const column = (head, body, button) => el('div', {}, el('p', { class: 'head' }, head), el('p', { class: 'prose', lang }, ...body), button ? el('p', { class: 'do' }, button) : null);
    const together = found.together !== null && found.together !== undefined;
    this.box.replaceChildren(
      el('p', { class: 'what', role: 'alert' }, _('{name} changed this paragraph while you were writing. Both texts are kept; choose one, or correct yours in the field and keep it.', { name: found.by })),
      el('div', { class: 'three' },
        column(_('Before'), [found.base ?? _('(no text)')], null),
        column(_('Theirs: {name}', { name: found.by }), pieces(found.theirs), choice('theirs', found.unit.target, _('Take theirs'))),
        column(_('Yours'), pieces(found.mine), choice('mine', null, _('Keep mine'), !together)),
        together ? column(_('Both changes together'), [found.together], choice('both', found.together, _('Take both'), true)) : null));
  }

  hide() { this.open = false; this.box.hidden = true; this.box.replaceChildren(); }
}
