// A row of the glossary: added, corrected, forbidden, taken out; what it would change is shown before.

import { Refused, _, alarm, el, get, number, post, toast } from './api.js';
import { ICONS, STATES } from './says.js';

const byId = (id) => document.getElementById(id);
const FIELDS = ['es', 'en', 'gloss', 'forbidden', 'kind', 'variants', 'note'];
const PAUSE = 300; // milliseconds without a key after which the effect is worked out
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

export const paragraphs = (n) => (n === 1 ? _('1 paragraph') : _('{n} paragraphs', { n: number(n) }));

// Makes drafts again, in the background; the bar of jobs tells how far it is.
export async function redraft(language, keys) {
  try { await post('/api/term/redraft', { language, keys }); } catch (error) { alarm('refused', said(error)); }
}

// What rows would do, in a few lines.
export function effectLines(seen) {
  const again = Object.values(seen.again).flat().length;
  return [
    seen.segments ? _('It is in {paragraphs} of {statements}.', { paragraphs: paragraphs(seen.segments), statements: seen.statements === 1 ? _('1 statement') : _('{n} statements', { n: number(seen.statements) }) }) : _('It is in no statement.'),
    again ? (again === 1 ? _('1 draft says it differently.') : _('{n} drafts say it differently.', { n: number(again) })) : '',
    seen.against ? (seen.against === 1 ? _('1 confirmed paragraph says it differently, and gets a finding.') : _('{n} confirmed paragraphs say it differently, and get a finding.', { n: number(seen.against) })) : '',
    seen.unreadable.length ? _('Could not be read: {names}', { names: seen.unreadable.join(', ') }) : '',
  ].filter(Boolean);
}

export function placeItem(p) {
  const sign = p.agrees ? '✓' : p.again ? '↻' : '△';
  const word = p.agrees ? _('as the term requires') : p.again ? _('draft to make again') : p.target ? _('differently') : _('not translated yet');
  return el('li', {}, el('p', { class: 'small' },
    el('a', { href: p.url }, _('{name}, paragraph {n}', { name: p.name, n: number(p.place) })), ' ',
    el('span', { class: `state ${p.state}` }, el('span', { class: 'icon', 'aria-hidden': 'true' }, ICONS[p.state]), ` ${STATES[p.state]()}`), ' ',
    el('span', { class: 'soft' }, el('span', { 'aria-hidden': 'true' }, `${sign} `), word)),
  el('p', { class: 'soft small', lang: byId('term-es').lang }, p.source),
  p.target ? el('p', { class: 'small', lang: byId('term-en').lang }, p.target) : null);
}

export class TermDialog {
  // place: {language, name?}; saved(answer): after a row was written or taken out
  constructor(place, saved) {
    this.place = place;
    this.saved = saved;
    this.box = byId('term');
    this.timer = null;
    this.asked = 0;
    this.box.addEventListener('input', () => { this.shape(); this.soon(); });
    // The row that another term has is known only when its name is whole.
    byId('term-es').addEventListener('change', () => this.known());
    byId('term-save').addEventListener('click', (event) => { event.preventDefault(); if (this.box.querySelector('form').reportValidity()) this.write(); });
    byId('term-remove').addEventListener('click', () => this.write({ remove: true }));
    this.box.addEventListener('close', () => { clearTimeout(this.timer); this.asked += 1; });
  }

  get data() {
    const values = Object.fromEntries(FIELDS.map((name) => [name, byId(`term-${name}`).value]));
    const policy = this.box.querySelector('[name="policy"]:checked').value;
    const own = byId('term-own').checked ? this.place.name : '';
    return { language: this.place.language, ...values, en: policy === 'keep' ? '' : values.en, policy, statement: own || '' };
  }

  fill(row) {
    for (const name of FIELDS) byId(`term-${name}`).value = row[name] || '';
    if (row.kind && byId('term-kind').value !== row.kind) { byId('term-kind').append(el('option', { value: row.kind }, row.kind)); byId('term-kind').value = row.kind; }
    this.box.querySelector(`[name="policy"][value="${row.policy || (row.en ? 'translate' : 'keep')}"]`).checked = true;
    byId('term-own').checked = Boolean(row.own && this.place.name);
  }

  // given: what is selected: {es, en, forbidden}
  async open(given) {
    this.row = null;
    this.given = given;
    byId('term-own-box').hidden = !this.place.name;
    byId('term-more').open = false;
    byId('term-again').checked = true;
    this.fill(given);
    await this.known();
    this.shape();
    this.box.showModal();
    (byId('term-es').value ? byId(given.forbidden ? 'term-forbidden' : 'term-en') : byId('term-es')).focus();
    if (byId('term-en').disabled) byId('term-forbidden').focus();
    this.effect();
  }

  // The row there is of this name comes into the form; what was selected goes on top.
  async known() {
    const es = byId('term-es').value.trim();
    const { given } = this;
    this.row = null;
    if (es) {
      try { ({ row: this.row } = await get('/api/term', { language: this.place.language, es, statement: this.place.name || '' })); } catch { /* a new one, then */ }
    }
    if (this.row) {
      const forms = this.row.forbidden ? this.row.forbidden.split('|') : [];
      const forbidden = [...new Set([...forms, ...(given.forbidden ? [given.forbidden] : [])])].join('|');
      this.fill({ ...this.row, ...(given.en ? { en: given.en, policy: 'translate' } : {}), forbidden });
    }
    byId('term-title').textContent = this.row ? _('Change a term of the glossary') : _('A new term for the glossary');
    byId('term-remove').hidden = !this.row;
    this.given = {};
    this.shape();
  }

  // What the choice asks for, and nothing else.
  shape() {
    const policy = this.box.querySelector('[name="policy"]:checked').value;
    byId('term-en').disabled = policy === 'keep';
    byId('term-en').required = policy === 'translate';
    byId('term-gloss-box').hidden = policy !== 'gloss';
    byId('term-gloss').required = policy === 'gloss';
  }

  soon() { clearTimeout(this.timer); this.timer = setTimeout(() => this.effect(), PAUSE); }

  async effect() {
    clearTimeout(this.timer);
    this.asked += 1;
    const mine = this.asked;
    const box = byId('term-effect');
    if (!this.box.querySelector('form').checkValidity()) { this.show(null); return; }
    try {
      const seen = await post('/api/term/preview', this.data);
      if (mine === this.asked) this.show(seen);
    } catch (error) {
      if (mine !== this.asked) return;
      this.show(null);
      box.replaceChildren(el('p', { class: 'notice' }, said(error)));
    }
  }

  show(seen) {
    const again = seen ? Object.values(seen.again).flat().length : 0;
    byId('term-effect').replaceChildren(...(seen ? effectLines(seen).map((line) => el('p', {}, line)) : []));
    if (seen) byId('term-effect').append(el('p', { class: 'soft small' }, seen.there ? _('Changes a row of {file}.', { file: seen.there.file }) : _('A new row in {file}.', { file: seen.file })));
    byId('term-again-box').hidden = !again;
    byId('term-again-said').textContent = again === 1 ? _('Make the 1 draft again') : _('Make the {n} drafts again', { n: number(again) });
    byId('term-places').hidden = !seen?.places.length;
    byId('term-places-list').replaceChildren(...(seen ? seen.places.map(placeItem) : []));
  }

  async write(more = {}) {
    try {
      const done = await post('/api/term/write', { ...this.data, ...more });
      this.box.close('saved');
      toast(more.remove ? _('{term} is no longer in the glossary.', { term: this.data.es }) : _('Saved in {file}.', { file: done.file }));
      if (Object.keys(done.again).length && byId('term-again').checked && !more.remove) await redraft(this.place.language, done.again);
      this.saved(done);
    } catch (error) { byId('term-effect').replaceChildren(el('p', { class: 'notice', role: 'alert' }, said(error))); }
  }
}
