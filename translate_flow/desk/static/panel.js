// The help beside a segment: findings, terms, suggestions, comments, history.

import { _, el, number, time } from './api.js';
import { keyOf, shown } from './keys.js';
import { deed } from './says.js';

const byId = (id) => document.getElementById(id);
const POLICY = {
  keep: () => _('kept as it is'),
  translate: () => _('has one translation'),
  gloss: () => _('kept, and explained at its first mention'),
};

// Deeds whose note a person wrote, in whatever language.
const OWN_WORDS = new Set(['comment', 'return', 'dismiss']);
export const termNotes = (t) => [POLICY[t.policy]?.(), t.kind, t.gloss, t.note].filter(Boolean).join(' · ');

export function pieces(list) {
  return list.map(([op, text]) => {
    if (op === 'equal') return document.createTextNode(text);
    return el(op === 'insert' ? 'ins' : 'del', {}, text);
  });
}

// What may be taken over: from memory and engine, then the texts the segment had before.
export function suggestions(data) {
  const found = [...(data.suggestions || [])];
  const drafts = data.versions.filter((v) => v.text !== data.target);
  for (const v of drafts) if (!found.some((f) => f.text === v.text)) found.push({ text: v.text, says: v.by });
  return found.slice(0, 5);
}

export class Panel {
  // acts: insert(text), replace(text), dismiss(rule), reply(event), restore(text), toFinding(span)
  constructor(acts) { this.acts = acts; }

  clear() {
    for (const id of ['findings', 'terms', 'suggestions', 'comments', 'history', 'back']) byId(id).replaceChildren();
    byId('back-box').hidden = true;
  }

  // Everything about a segment one has just come to.
  segment(data) {
    byId('back-box').hidden = !data.return;
    if (data.return) {
      byId('back').replaceChildren(el('blockquote', { lang: '' }, data.return.note), el('p', { class: 'soft small' }, data.return.by, ', ', time(data.return.at)));
    }
    this.comments(data.comments_said);
    this.history(data);
  }

  // What follows the text as it is typed.
  look(look) {
    this.findings(look.findings);
    this.terms(look.terms);
  }

  findings(list) {
    const place = byId('findings');
    const same = JSON.stringify(list);
    if (place.dataset.shown === same && place.childElementCount) return;
    place.dataset.shown = same;
    const signs = { error: ['✖', _('Error')], warning: ['▲', _('Warning')], info: ['ℹ', _('Remark')] };
    place.replaceChildren(...list.map((f) => {
      const [sign, word] = signs[f.severity];
      return el('div', { class: `finding ${f.severity}` },
        el('p', {}, el('span', { class: 'icon', title: word, 'aria-hidden': 'true' }, sign), el('span', { class: 'visually-hidden' }, `${word}: `), ' ', f.message),
        f.hint ? el('p', { class: 'small soft' }, f.hint) : null,
        el('p', { class: 'do' },
          f.span ? el('button', { type: 'button', class: 'link', onclick: () => this.acts.toFinding(f.span) }, _('Show')) : null,
          el('button', { type: 'button', class: 'link', onclick: () => this.acts.dismiss(f.rule) }, _('Set aside…'))));
    }));
    if (!list.length) place.append(el('p', { class: 'soft small' }, _('Nothing found.')));
  }

  terms(list) {
    const first = list.findIndex((t) => t.status === 'unused');
    const place = byId('terms');
    place.replaceChildren(...list.map((t, n) => {
      const [source, target] = [byId('source').lang, byId('text').lang];
      const head = [el('span', { lang: source }, t.es), ...(t.target === t.es ? [] : [' → ', el('span', { lang: target }, t.target)])];
      const notes = termNotes(t);
      const use = t.status === 'used' ? el('span', { class: 'use used' }, `✓ ${_('used')}`)
        : t.status === 'forbidden' ? el('span', { class: 'use forbidden' }, `✖ ${_('wrong form')}`)
          : el('span', { class: 'use unused' }, `△ ${_('not yet used')}`);
      const insert = t.status === 'used' ? null : el('button', { type: 'button', onclick: () => this.acts.insert(t.target) }, _('insert'), n === first ? el('kbd', {}, shown(keyOf('term'))) : '');
      const wrong = t.forbidden.length ? el('p', { class: 'small wrong' }, _('Wrong: {forms}', { forms: t.forbidden.join(', ') })) : null;
      return el('div', { class: `term-row ${t.status}`, id: `term-${n}` }, el('p', { class: 'head' }, ...head), el('p', { class: 'small soft' }, notes), wrong, el('p', { class: 'do' }, use, insert));
    }));
    if (!list.length) place.append(el('p', { class: 'soft small' }, _('No term of the glossary.')));
  }

  suggestions(list) {
    const place = byId('suggestions');
    place.replaceChildren(...list.map((s, n) => el('div', { class: 'match' },
      el('header', {}, el('span', {}, s.score ? `${number(s.score)} % · ${s.says}` : s.says), n < 3 ? el('kbd', {}, shown(keyOf(`suggest${n + 1}`))) : ''),
      el('p', { class: 'prose', lang: byId('text').lang }, ...(s.pieces ? pieces(s.pieces) : [s.text])),
      s.source_pieces?.length ? el('p', { class: 'small soft' }, _('Source there and here:'), ' ', ...pieces(s.source_pieces)) : null,
      s.caution ? el('p', { class: 'small wrong' }, `▲ ${s.caution}`) : null,
      el('p', { class: 'do' }, el('button', { type: 'button', onclick: () => this.acts.replace(s.text) }, _('Use this text'))))));
    if (!list.some((s) => s.engine)) place.append(el('p', { class: 'do' }, el('button', { type: 'button', class: 'link', onclick: () => this.acts.ask() }, _('Ask the engine'))));
  }

  comments(list) {
    const answers = new Map();
    for (const c of list) if (c.to) answers.set(c.to, [...(answers.get(c.to) || []), c]);
    const known = new Set(list.map((c) => c.id));
    const draw = (c) => el('li', {},
      el('p', { class: 'small soft' }, el('strong', {}, c.by), c.do === 'return' ? ` ${deed('return')}` : '', ', ', time(c.at)),
      el('p', { lang: '' }, c.note),
      el('button', { type: 'button', class: 'link', onclick: () => this.acts.reply(c) }, _('Answer')),
      answers.has(c.id) ? el('ul', {}, ...answers.get(c.id).map(draw)) : null);
    byId('comments').replaceChildren(list.length ? el('ul', { class: 'comments' }, ...list.filter((c) => !c.to || !known.has(c.to)).map(draw)) : '');
  }

  history(data) {
    const texts = new Set(data.versions.map((v) => v.id));
    byId('history').replaceChildren(...data.history.map((e) => el('li', {},
      el('p', {}, el('strong', {}, e.by), ` ${deed(e.do)} `, el('span', { class: 'soft small' }, time(e.at))),
      e.note ? el('p', { class: 'small soft', lang: OWN_WORDS.has(e.do) ? '' : null }, e.note) : null,
      texts.has(e.id) && e.text !== data.target ? el('details', {}, el('summary', {}, _('Text')), el('p', { class: 'prose', lang: byId('text').lang }, e.text), el('button', { type: 'button', onclick: () => this.acts.replace(e.text) }, _('Take this text again'))) : null)));
    if (!data.history.length) byId('history').append(el('li', { class: 'soft' }, _('Nothing has happened yet.')));
  }

  difference(seen) {
    const diff = byId('diff');
    diff.hidden = !seen.against;
    if (!seen.against) return;
    const same = !seen.pieces.some(([op]) => op !== 'equal');
    byId('diff-text').hidden = same;
    byId('diff-summary').textContent = same ? _('Nothing changed since the version it is compared with') : _('Changed: {n} % alike', { n: number(seen.similarity) });
    byId('diff-text').replaceChildren(...pieces(seen.pieces));
  }

  counts(look) {
    byId('counts').textContent = _('{words} words · {characters} characters', { words: number(look.words), characters: number(look.characters) });
  }
}
