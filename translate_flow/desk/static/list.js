// The list of segments that stays: states, signs, filter; frozen until one asks again.

import { Refused, _, el, get, number } from './api.js';
import { OPEN, STATES } from './says.js';

const byId = (id) => document.getElementById(id);
const keyOf = (link) => link.getAttribute('href').slice(1);

const LATER = 3000; // milliseconds after which is asked again, should the news that the checks are through have gone by
const ROW = 4.25; // height of a row, about

export class List {
  // query: the filter that the page came with; what it leaves out is hidden already. partial: the checks may add some
  constructor(place, units, query, partial, went) {
    this.place = place;
    this.units = units;
    const rest = byId('list-rest');
    if (rest) { byId('list').append(...rest.children); rest.remove(); }
    this.items = new Map([...document.querySelectorAll('#list a')].map((link) => [keyOf(link), link.parentElement]));
    // Not the units' own order: JavaScript puts keys that look like numbers first.
    this.keys = [...this.items.keys()];
    this.shown = null; // keys the filter lets through; null for all
    this.people = new Map();
    this.signed = new Set(); // keys whose items have a place for signs
    this.current = null;
    this.asked = query;
    if (query) { this.let(this.keys.filter((key) => !this.items.get(key).hidden), partial); this.draw(); }
    for (const key of this.keys) this.signs(key);
    byId('filter').addEventListener('submit', (event) => { event.preventDefault(); this.filter(byId('q').value.trim()); });
    byId('q').addEventListener('search', () => { if (!byId('q').value) this.filter(''); });
    byId('filter').addEventListener('click', (event) => {
      const chip = event.target.closest('[data-query]');
      if (chip) { byId('q').value = chip.dataset.query; this.filter(chip.dataset.query); }
    });
    byId('list').addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (link) { event.preventDefault(); this.open(false); went(keyOf(link)); }
    });
    // What a state means is told by the pointer.
    byId('list').addEventListener('pointerover', (event) => {
      const state = event.target.closest('.state');
      if (state) state.title = byId('states').content.querySelector(`.${state.classList[1]}`).title;
    });
    byId('segments').addEventListener('keydown', (event) => { if (event.key === 'Escape' && this.isOpen) { this.open(false); byId('dock-list').focus(); } });
  }

  // On a narrow screen the list lies over the text when it is called.
  get isOpen() { return document.body.classList.contains('listing'); }

  open(wanted = !this.isOpen) {
    document.body.classList.toggle('listing', wanted);
    byId('dock-list').setAttribute('aria-expanded', String(wanted));
    if (wanted) this.show(this.current);
  }

  async filter(query) {
    const told = byId('found');
    for (const chip of byId('filter').querySelectorAll('[data-query]')) chip.setAttribute('aria-pressed', String(chip.dataset.query === query));
    this.partial = false;
    this.asked = query;
    if (!query) { this.shown = null; told.textContent = ''; this.draw(); return; }
    try {
      const { keys, partial } = await get('/api/find', { ...this.place, q: query });
      this.let(keys, partial);
    } catch (error) {
      told.textContent = error instanceof Refused ? error.message : _('The desk does not answer.');
      return;
    }
    this.draw();
  }

  // Only these segments answer the filter.
  let(keys, partial) {
    this.shown = new Set(keys);
    this.partial = partial; // asked again when the checks are through
    if (partial) setTimeout(() => this.checked(), LATER);
    const found = keys.length ? _('{n} of {all}', { n: number(keys.length), all: number(this.keys.length) }) : _('No paragraph matches.');
    byId('found').textContent = partial ? `${found} · ${_('the checks are still at work')}` : found;
  }

  // The checks are through.
  checked() { if (this.partial) this.filter(this.asked); }

  // Only what changes is touched, and stretches without a hit are left out whole: of ten thousand rows the browser lays
  // out those that are seen. How high the others are is guessed by the number of their rows.
  draw() {
    byId('list').classList.remove('filtered');
    for (const [stretch, rows] of this.stretches) {
      let left = 0;
      for (const [key, item] of rows) {
        const hidden = this.shown !== null && !this.shown.has(key);
        if (item.hidden !== hidden) item.hidden = hidden;
        if (!hidden) left += 1;
      }
      if (stretch.hidden !== (left === 0)) stretch.hidden = left === 0;
      stretch.style.containIntrinsicHeight = this.shown === null ? '' : `${left * ROW}rem`;
    }
  }

  // The rows of each stretch, by their keys.
  get stretches() {
    this.grouped ??= Map.groupBy(this.items, ([, item]) => item.parentElement);
    return this.grouped;
  }

  get wanted() { return this.shown === null ? this.keys : this.keys.filter((k) => this.shown.has(k)); }

  // The next (1) or previous (-1) segment of the filter; with `open`, one that waits for somebody.
  neighbour(key, step, open = false) {
    const all = this.keys;
    const fits = (k) => (this.shown === null || this.shown.has(k)) && (!open || OPEN.has(this.units[k].state));
    for (let at = all.indexOf(key) + step; at >= 0 && at < all.length; at += step) if (fits(all[at])) return all[at];
    return null;
  }

  // After confirming: in a filter the next of it; else the next open one, from the top again if need be.
  following(key) {
    if (this.shown !== null) return this.neighbour(key, 1);
    return this.neighbour(key, 1, true) || this.keys.find((k) => k !== key && OPEN.has(this.units[k].state)) || null;
  }

  select(key) {
    this.items.get(this.current)?.querySelector('a').removeAttribute('aria-current');
    this.current = key;
    const item = this.items.get(key);
    if (!item) return;
    item.querySelector('a').setAttribute('aria-current', 'true');
    this.show(key);
  }

  // Scrolls the list so that the paragraph is in it.
  show(key) {
    const item = this.items.get(key);
    const box = byId('segments');
    if (!item || !box.offsetHeight) return;
    const [{ top, bottom }, room] = [item.getBoundingClientRect(), box.getBoundingClientRect()];
    if (top < room.top + byId('filter').offsetHeight || bottom > room.bottom) box.scrollTop += top - room.top - room.height / 3;
  }

  update(view) {
    const before = this.units[view.key];
    this.units[view.key] = { ...before, ...view };
    // An answer made before the checks were through, about the very same state, comes after their news at times.
    const same = before.base === view.base && (before.events || 0) === view.events;
    if (view.findings === null && same) this.units[view.key].findings = before.findings;
    const item = this.items.get(view.key);
    if (!item) return;
    const state = item.querySelector('.state');
    state.className = `state ${view.state}`;
    state.textContent = STATES[view.state]();
    this.signs(view.key);
  }

  found(key, counts) {
    this.units[key].findings = counts;
    this.signs(key);
  }

  // Who else is where; `own`, the name of this page's person, is in another window then.
  here(list, tab, own) {
    this.people = new Map();
    this.own = own;
    for (const p of list) if (p.tab !== tab && p.key) this.people.set(p.key, new Set([...(this.people.get(p.key) || []), p.person]));
    const shown = [...byId('list').querySelectorAll('.person')].map((sign) => keyOf(sign.closest('a')));
    for (const key of new Set([...shown, ...this.people.keys()])) this.signs(key);
  }

  signs(key) {
    const unit = this.units[key];
    const item = this.items.get(key);
    if (!item) return;
    const signs = [];
    const sign = (kind, icon, word) => signs.push(el('span', { class: kind, title: word }, el('span', { 'aria-hidden': 'true' }, icon), el('span', { class: 'visually-hidden' }, ` ${word}`)));
    if (unit.returned) sign('back', '↩', _('returned by a reviewer'));
    if (unit.doubtful) sign('back', '⁇', _('two texts'));
    const f = unit.findings || {};
    if (f.error) sign('error', `✖${f.error}`, _('errors: {n}', { n: f.error }));
    if (f.warning) sign('warning', `▲${f.warning}`, _('warnings: {n}', { n: f.warning }));
    if (unit.comments) sign('said', `❝${unit.comments}`, _('comments: {n}', { n: unit.comments }));
    for (const person of this.people.get(key) || []) sign('person', person === this.own ? '❐' : `☺ ${person}`, person === this.own ? _('open in another window of yours') : _('is here'));
    if (!signs.length && !this.signed.has(key)) return;
    if (!this.signed.has(key)) item.querySelector('.n').before(el('span', { class: 'signs' }));
    this.signed.add(key);
    item.querySelector('.signs').replaceChildren(...signs);
  }
}
