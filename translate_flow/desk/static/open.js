// The paragraph that is open: going to it, what is known of it, what is typed in it.

import { _, el, get, number, post, tab, toast } from './api.js';
import { markButtons, useMarks } from './marks.js';
import { byId, place, rows, said, sourceOf, start, units } from './page.js';
import { pieces } from './pieces.js';
import { painted, places } from './painting.js';
import { ICONS, OPEN, STATES } from './says.js';

const inRow = matchMedia('(max-width: 75rem)'); // the help stands under the paragraph then, not beside all

export class Open {
  // parts: {list, field, outbox, looks, panel, suggestions, conflict}, made after this
  constructor(active, parts) {
    this.active = active;
    this.parts = parts;
    this.key = null;
    this.base = ''; // digest of the text that the one in the field was begun from
    this.details = null; // the server's answer about it
    this.ahead = new Map(); // answers about other paragraphs, fetched before one goes there
    inRow.addEventListener('change', () => this.placeHelp());
  }

  get unit() { return units[this.key]; }

  get dirty() { return this.key !== null && this.parts.field.value !== this.unit.target; }

  go(to, { focus = true } = {}) {
    if (!units[to]) return;
    const { list, field, conflict, panel, suggestions } = this.parts;
    if (this.key !== null) this.leave();
    this.key = to;
    this.details = null;
    const row = rows.get(to);
    row.classList.add('now');
    row.append(this.active);
    this.placeHelp();
    this.base = this.unit.base;
    useMarks([]);
    field.set(this.unit.target);
    byId('source').replaceChildren(...painted(sourceOf(to), []));
    delete byId('source').dataset.drawn;
    const at = { n: number(list.keys.indexOf(to) + 1), all: number(list.keys.length) };
    byId('meta-place').textContent = _('paragraph {n} of {all}', at);
    byId('dock-place').textContent = `${at.n} / ${at.all}`;
    byId('meta-words').textContent = row.dataset.words === '1' ? _('1 word') : _('{n} words', { n: number(Number(row.dataset.words)) });
    byId('kept').textContent = '';
    conflict.hide();
    panel.clear();
    suggestions.clear();
    this.showState();
    this.showPeople();
    list.select(to);
    history.replaceState(null, '', `#${to}`);
    const waiting = start.typing[to];
    if (waiting) this.resume(waiting);
    if (focus) { field.text.focus({ preventScroll: true }); field.text.setSelectionRange(field.value.length, field.value.length); }
    this.scroll();
    requestAnimationFrame(() => this.scroll()); // the rows above have their true height only now
    this.arrive();
  }

  scroll() {
    this.active.scrollIntoView({ block: this.active.offsetHeight > innerHeight * 0.55 ? 'start' : 'center' });
  }

  placeHelp() {
    const home = inRow.matches && this.key !== null ? rows.get(this.key) : document.querySelector('.desk');
    if (byId('help').parentElement !== home) home.append(byId('help'));
  }

  leave() {
    const row = rows.get(this.key);
    this.parts.looks.stop();
    if (this.dirty) {
      const draft = { text: this.parts.field.value, base: this.base };
      this.parts.outbox.push(this.key, draft);
      start.typing[this.key] = draft;
    } else delete start.typing[this.key];
    row.classList.toggle('unsaved', this.dirty);
    row.classList.remove('now');
  }

  // A private draft from before: it goes on; if the text was changed meanwhile, both are shown.
  resume(draft) {
    // What is in the field already keeps its caret, and the steps that can be undone.
    if (this.parts.field.value !== draft.text) this.parts.field.set(draft.text);
    if (draft.base === this.unit.base) {
      this.showKept(_('what you typed before is here, not saved yet'));
      return;
    }
    this.base = draft.base;
    const at = this.key;
    post('/api/conflict', { ...place, key: at, base: draft.base, text: draft.text })
      .then((answer) => { if (this.key === at) this.parts.conflict.show(answer.conflict); })
      .catch((error) => toast(said(error)));
  }

  here() { if (this.key !== null) post('/api/here', { ...place, key: this.key, tab }).catch(() => {}); }

  async arrive() {
    const at = this.key;
    this.here();
    try {
      const data = await (this.ahead.get(at) || get('/api/segment', { ...place, tab, key: at }));
      this.ahead.delete(at);
      if (this.key !== at) return;
      this.show(data);
      if (this.parts.field.value !== data.target) this.parts.looks.soon(0);
      const next = this.parts.list.following(at) || this.parts.list.neighbour(at, 1);
      if (next && !this.ahead.has(next)) this.fetch(next);
    } catch (error) {
      this.ahead.delete(at);
      delete byId('help').dataset.waiting;
      if (this.key === at) toast(said(error));
    }
  }

  fetch(next) {
    this.ahead.clear();
    const answer = get('/api/segment', { ...place, tab, key: next });
    this.ahead.set(next, answer);
    answer.catch(() => this.ahead.delete(next));
  }

  // It changed, here or elsewhere: what is known of it is asked for anew.
  renew(key) {
    this.ahead.delete(key);
    if (key === this.key) { this.showState(); this.arrive(); }
  }

  // Showing ---------------------------------------------------------------------------

  show(data) {
    this.details = data;
    delete byId('help').dataset.waiting;
    const at = places(sourceOf(this.key));
    data.places = data.spans.map((s) => ({ start: at(s.start), end: at(s.end), term: s.term }));
    byId('meta-engine').textContent = data.engine;
    byId('meta-note').hidden = !data.note;
    byId('meta-note').textContent = data.note;
    byId('stale-box').hidden = !data.previous;
    if (data.previous) byId('stale-diff').replaceChildren(...pieces(data.source_pieces));
    useMarks(data.marks);
    markButtons(byId('mark-bar'), data.marks, this.parts.field);
    this.parts.panel.segment(data);
    this.parts.suggestions.segment(data);
    this.parts.looks.begin(data);
  }

  showState() {
    const { unit } = this;
    byId('meta-state').replaceChildren(el('span', { class: `state ${unit.state}` }, el('span', { class: 'icon', 'aria-hidden': 'true' }, ICONS[unit.state]), ` ${STATES[unit.state]()}`), unit.returned ? ` · ${_('returned by a reviewer')}` : '', unit.doubtful ? ` · ${_('two texts')}` : '');
    // A draft is confirmed first; only what somebody has confirmed is approved.
    const unread = OPEN.has(unit.state);
    const button = this.active.querySelector('[data-do="approve"]');
    button.firstChild.textContent = unread ? `${_('Confirm, approve later')} ` : `${_('Approve')} `;
    button.title = unread ? _('Nobody has confirmed this text yet: it is confirmed now, and can be approved after that.') : '';
    this.active.setAttribute('aria-label', `${byId('meta-place').textContent}, ${STATES[unit.state]()}`);
  }

  showPeople() {
    const here = this.parts.list.people.get(this.key) || new Set();
    const others = [...here].filter((name) => name !== start.person);
    byId('meta-people').textContent = [
      others.length ? `☺ ${_('{names} is here too', { names: others.join(', ') })}` : '',
      here.has(start.person) ? `❐ ${_('open in another window of yours')}` : '',
    ].filter(Boolean).join(' · ');
  }

  // That the text is kept, and the way back from it.
  showKept(...says) {
    byId('kept').replaceChildren(...says, ' ', this.dirty ? el('button', { type: 'button', class: 'link', 'data-do': 'revert' }, _('Back to the saved text')) : '');
  }
}
