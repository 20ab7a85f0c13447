// The help beside a paragraph: findings, terms, history.

import { _, el, number, time } from './api.js';
import { keyOf, shown } from './keys.js';
import { byId, place } from './page.js';
import { refill } from './redraw.js';
import { deed } from './says.js';

const SIGNS = { error: ['✖', () => _('Error')], warning: ['▲', () => _('Warning')], info: ['ℹ', () => _('Remark')] };
const POLICY = {
  keep: () => _('kept as it is'),
  translate: () => _('has one translation'),
  gloss: () => _('kept, and explained at its first mention'),
};
// Deeds whose note a person wrote, in whatever language.
const OWN_WORDS = new Set(['comment', 'return', 'dismiss']);
// Terms that want something come before those that are in order.
const URGENCY = ['forbidden', 'unused', 'used'];

export const termNotes = (t) => [POLICY[t.policy]?.(), t.kind, t.gloss, t.note].filter(Boolean).join(' · ');

export const termHead = (t) => [el('span', { lang: byId('source').lang }, t.es), ...(t.target === t.es ? [] : [' → ', el('span', { lang: byId('text').lang }, t.target)])];

export function wrongForms(t) {
  return t.forbidden.length ? el('p', { class: 'small wrong' }, _('Wrong: {forms}', { forms: t.forbidden.join(', ') })) : null;
}

export class Panel {
  // acts: insert(text), replace(text), dismiss(rule), undismiss(rule), toFinding(span); comments: their part of the panel
  constructor(acts, comments) {
    this.acts = acts;
    this.comments = comments;
  }

  clear() {
    for (const id of ['findings', 'terms', 'comments', 'history', 'back', 'aside-list']) byId(id).replaceChildren();
    byId('aside').hidden = true;
    byId('findings').dataset.shown = '';
    byId('back-box').hidden = true;
  }

  // Everything about a paragraph one has just come to.
  segment(data) {
    byId('back-box').hidden = !data.return;
    if (data.return) byId('back').replaceChildren(el('blockquote', { lang: '' }, data.return.note), el('p', { class: 'soft small' }, data.return.by, ', ', time(data.return.at)));
    this.aside(data.aside);
    this.comments.show(data.threads);
    this.history(data);
  }

  // What follows the text as it is typed.
  look(look) {
    this.findings(look.findings);
    this.terms(look.terms);
  }

  findings(list) {
    const box = byId('findings');
    const same = JSON.stringify(list);
    if (box.dataset.shown === same) return;
    box.dataset.shown = same;
    refill(box, ...list.map((f) => {
      const [sign, word] = SIGNS[f.severity];
      return el('div', { class: `finding ${f.severity}` },
        el('p', {}, el('span', { class: 'icon', title: word(), 'aria-hidden': 'true' }, sign), el('span', { class: 'visually-hidden' }, `${word()}: `), ' ', f.message),
        f.hint ? el('p', { class: 'small soft' }, f.hint) : null,
        el('p', { class: 'do' },
          f.remedy ? el('button', { type: 'button', class: 'link', onclick: () => this.acts.replace(f.remedy) }, _('Fix')) : null,
          f.span ? el('button', { type: 'button', class: 'link', onclick: () => this.acts.toFinding(f.span) }, _('Show')) : null,
          el('button', { type: 'button', class: 'link', onclick: () => this.acts.dismiss(f.rule) }, _('Dismiss…'))));
    }));
    if (!list.length) box.append(el('p', { class: 'soft small' }, el('span', { class: 'use used', 'aria-hidden': 'true' }, '✓ '), _('Nothing found.')));
  }

  // What was set aside for the text as it is saved, and the way back from it.
  aside(list) {
    byId('aside').hidden = !list.length;
    refill(byId('aside-list'), ...list.map((a) => el('li', {},
      el('p', {}, a.message), a.why ? el('p', { class: 'small', lang: '' }, a.why) : null,
      el('p', { class: 'do soft' }, a.by, ', ', time(a.at), el('button', { type: 'button', class: 'link', onclick: () => this.acts.undismiss(a.rule) }, _('Reopen'))))));
    byId('aside-count').textContent = list.length === 1 ? _('1 finding dismissed') : _('{n} findings dismissed', { n: number(list.length) });
  }

  terms(list) {
    const first = list.findIndex((t) => t.status === 'unused');
    const ordered = list.map((t, n) => [t, n]).sort(([a], [b]) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status));
    refill(byId('terms'), ...ordered.map(([t, n]) => (t.status === 'used' ? this.used(t, n) : this.wanting(t, n, n === first))));
    if (!list.length) byId('terms').append(el('p', { class: 'soft small' }, _('No term of the glossary.')));
  }

  // A term that stands where it should takes one line; what the glossary says of it unfolds.
  used(t, n) {
    return el('details', { class: 'term-row used', id: `term-${n}` },
      el('summary', {}, el('span', { class: 'use used' }, '✓', el('span', { class: 'visually-hidden' }, ` ${_('used')}`)), ' ', ...termHead(t)),
      el('p', { class: 'small soft' }, termNotes(t)), wrongForms(t), el('p', { class: 'do' }, ...this.acts.termButtons(n)));
  }

  wanting(t, n, first) {
    const use = t.status === 'forbidden' ? el('span', { class: 'use forbidden' }, `✖ ${_('wrong form')}`) : el('span', { class: 'use unused' }, `△ ${_('not yet used')}`);
    const key = first && keyOf('term') ? el('kbd', {}, shown(keyOf('term'))) : '';
    return el('div', { class: `term-row ${t.status}`, id: `term-${n}` },
      el('p', { class: 'head' }, ...termHead(t)), el('p', { class: 'small soft' }, termNotes(t)), wrongForms(t),
      el('p', { class: 'do' }, use, el('button', { type: 'button', class: 'small-button', onclick: () => this.acts.insert(t.target) }, _('insert'), key), ...this.acts.termButtons(n)));
  }

  history(data) {
    const texts = new Set(data.versions.map((v) => v.id));
    refill(byId('history'), ...data.history.map((e) => el('li', {},
      el('p', {}, el('strong', {}, e.by), ` ${deed(e.do)} `, e.undone ? el('span', { class: 'soft small' }, `(${_('undone since')}) `) : '', el('span', { class: 'soft small' }, time(e.at))),
      e.note ? el('p', { class: 'small soft', lang: OWN_WORDS.has(e.do) ? '' : null }, e.note) : null,
      texts.has(e.id) && e.text !== data.target ? el('details', {}, el('summary', {}, _('Text')), el('p', { class: 'prose', lang: byId('text').lang }, e.text), el('button', { type: 'button', class: 'small-button', onclick: () => this.acts.replace(e.text) }, _('Take this text again'))) : null)));
    // A correction is a text of a person's after another text.
    byId('spread-box').hidden = !data.history.some((e) => e.do === 'edit' && !e.undone) || data.versions.length < 2;
    byId('spread').href = `/find?spread=${encodeURIComponent(`${place.language}/${place.name}/${data.key}`)}`;
    if (!data.history.length) byId('history').append(el('li', { class: 'soft' }, _('Nothing has happened yet.')));
  }
}
