// Looking at the text as one types: findings, terms, counts, the difference to an earlier version.

import { Refused, _, el, number, post, time, toast } from './api.js';
import { byId, place, sourceOf } from './page.js';
import { painted, spansOf } from './painting.js';
import { pieces } from './pieces.js';
import { deed } from './says.js';

const PAUSE = 80; // milliseconds without a key after which the text is looked at

export class Looks {
  constructor(open, hidePopup) {
    this.open = open;
    this.hidePopup = hidePopup;
    this.against = ''; // the version it is compared with; empty: the machine's draft
    this.timer = null;
    this.number = 0;
    byId('against').addEventListener('change', (event) => { this.against = event.target.value; this.now(); });
    byId('diff-summary').addEventListener('click', () => this.fold(byId('diff-summary').getAttribute('aria-expanded') === 'true'));
  }

  // A paragraph one has just come to.
  begin(data) {
    const select = byId('against');
    select.replaceChildren(...data.versions.map((v) => el('option', { value: v.id }, `${v.by}: ${deed(v.do)} · ${time(v.at).textContent}`)));
    this.against = data.look.against;
    select.value = this.against;
    this.show(data.look);
  }

  stop() { clearTimeout(this.timer); }

  soon(wait = PAUSE) {
    this.stop();
    this.timer = setTimeout(() => this.now(), wait);
  }

  async now() {
    const { key, parts: { field } } = this.open;
    const text = field.value;
    // One look at a time: who types fast is answered about the newest text when the last answer is there.
    if (this.waiting) { this.more = true; return; }
    this.number += 1;
    const mine = this.number;
    this.waiting = true;
    try {
      const seen = await post('/api/look', { ...place, key, text, against: this.against });
      if (this.open.key === key && mine === this.number && text === field.value && this.open.details) this.show(seen);
    } catch (error) {
      if (error instanceof Refused && this.open.key === key) toast(error.message);
    }
    this.waiting = false;
    if (this.more) { this.more = false; this.soon(0); }
  }

  show(seen) {
    const { key, details, parts } = this.open;
    details.look = seen;
    parts.panel.look(seen);
    const status = (n) => seen.terms[n]?.status || '';
    this.terms(key, details.places.map((s) => ({ ...s, class: `term ${status(s.term)}` })));
    parts.field.mark(spansOf(seen));
    const words = seen.words === 1 ? _('1 word') : _('{n} words', { n: number(seen.words) });
    const characters = seen.characters === 1 ? _('1 character') : _('{n} characters', { n: number(seen.characters) });
    byId('counts').textContent = `${words} · ${characters}`;
    this.difference(seen);
  }

  // The source with its terms. Nothing is touched while they stay as they are: one of them may be asked about just now.
  terms(key, marks) {
    const source = byId('source');
    const drawn = JSON.stringify([key, marks]);
    if (source.dataset.drawn === drawn) return;
    source.replaceChildren(...painted(sourceOf(key), marks));
    source.dataset.drawn = drawn;
    // Each term can be asked about, by keyboard too.
    const known = new Set();
    for (const mark of source.querySelectorAll('[data-term]')) {
      if (known.has(mark.dataset.term)) continue;
      known.add(mark.dataset.term);
      mark.tabIndex = 0;
      mark.setAttribute('role', 'button');
    }
    this.hidePopup();
  }

  difference(seen) {
    byId('diff').hidden = !seen.against;
    if (!seen.against) return;
    this.same = !seen.pieces.some(([op]) => op !== 'equal');
    byId('diff-summary').disabled = this.same; // there is nothing to unfold
    byId('diff-summary').textContent = this.same ? _('Nothing changed') : _('Changed: {n} % alike', { n: number(seen.similarity) });
    byId('diff-text').replaceChildren(...pieces(seen.pieces));
    this.fold(this.folded);
  }

  fold(away = false) {
    this.folded = away;
    byId('diff-summary').setAttribute('aria-expanded', String(!away));
    byId('diff-text').hidden = away || this.same;
  }
}
