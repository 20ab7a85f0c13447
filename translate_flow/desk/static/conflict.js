// Two texts for one segment: base, theirs and mine side by side; nothing is thrown away.

import { _, el } from './api.js';
import { pieces } from './panel.js';

export class Conflict {
  constructor(box, acts) { this.box = box; this.acts = acts; this.open = false; }

  show(found) {
    this.open = true;
    this.box.hidden = false;
    const column = (head, body, button) => el('div', {}, el('p', { class: 'head' }, head), el('p', { class: 'prose', lang: document.getElementById('text').lang }, ...body), button);
    this.box.replaceChildren(
      el('p', { class: 'what', role: 'alert' }, _('{name} changed this paragraph while you were writing. Both texts are kept; choose one, or mend yours in the field and keep it.', { name: found.by })),
      el('div', { class: 'three' },
        column(_('Before'), [found.base ?? _('(no text)')], null),
        column(_('Theirs: {name}', { name: found.by }), pieces(found.theirs), el('button', { type: 'button', 'data-choice': 'theirs', onclick: () => this.acts.take(found) }, _('Take theirs'))),
        column(_('Yours'), pieces(found.mine), el('button', { type: 'button', 'data-choice': 'mine', onclick: () => this.acts.mine(found) }, _('Keep mine')))));
  }

  hide() { this.open = false; this.box.hidden = true; this.box.replaceChildren(); }
}
