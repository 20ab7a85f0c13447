// Texts to take over: from the memory, from an engine, and what the paragraph had before.

import { _, el, get, number, time, toast } from './api.js';
import { keyOf, shown } from './keys.js';
import { byId, place, said } from './page.js';
import { pieces } from './pieces.js';
import { refill } from './redraw.js';
import { deed } from './says.js';

const MOST = 6;

// A draft with the words marked in which it differs from the first engine's.
function marked(list) {
  return list.filter(([op]) => op !== 'delete').map(([op, text]) => (op === 'insert' ? el('mark', { title: _('differs from the first engine') }, text) : document.createTextNode(text)));
}

export class Suggestions {
  constructor(open, take) {
    this.open = open;
    this.take = take;
    this.clear();
  }

  clear() {
    [this.list, this.remembered, this.drafted, this.earlier] = [[], [], [], []];
    byId('suggestions').replaceChildren();
  }

  segment(data) {
    this.clear();
    this.earlier = [
      ...(data.typed || []).map((t) => ({ text: t.text, says: [_('typed and not saved'), ', ', time(t.at)], badge: '✎' })),
      ...data.versions.map((v) => ({ text: v.text, says: [v.by, ', ', time(v.at)], badge: deed(v.do) })),
    ];
    this.draw();
    // The memory is asked beside the rest, so that nothing waits for it.
    this.ask();
  }

  async ask(again = 3) {
    try {
      const found = await this.found();
      if (!found) return;
      this.remembered = found;
      this.draw();
      // The memory is taking text in just now: there may be more in a moment.
      if (found.growing && again) setTimeout((at) => { if (this.open.key === at) this.ask(again - 1); }, 700, this.open.key);
    } catch { /* the memory is a help; without it one writes oneself */ }
  }

  // Every engine that may draft this statement; each text is shown as it comes, a slow engine keeps no other back.
  async askEngines() {
    const at = this.open.key;
    try {
      const { engines } = await get('/api/drafters', place);
      await Promise.all(engines.map(async (engine) => {
        const found = await this.found(engine);
        if (!found || this.open.key !== at) return;
        this.drafted = [...this.drafted, ...found].sort((a, b) => engines.indexOf(a.engine) - engines.indexOf(b.engine));
        this.draw();
      }));
      if (this.open.key === at && !this.list.some((s) => this.drafted.includes(s))) toast(_('The engine gave the same text as before.'));
    } catch (error) { toast(said(error)); }
  }

  // What the memory knows, or an engine makes of the source; nothing if another paragraph was opened meanwhile.
  async found(engine = '') {
    const at = this.open.key;
    const { suggestions: found, growing } = await get('/api/suggest', { ...place, key: at, engine });
    if (this.open.key !== at) return null;
    return Object.assign(found.map((f) => ({ ...f, engine, says: [f.says], badge: f.score ? `${number(f.score)} %` : _('engine') })), { growing });
  }

  draw() {
    const known = new Set([this.open.details?.target, this.open.parts.field.value]);
    this.list = [...this.remembered, ...this.drafted, ...this.earlier].filter((s) => !known.has(s.text) && known.add(s.text)).slice(0, MOST);
    const lang = byId('text').lang;
    refill(byId('suggestions'), ...this.list.map((s, n) => el('div', { class: 'match' },
      el('header', {}, el('span', { class: 'badge' }, s.badge), el('span', { class: 'from' }, ...s.says), n < 3 && keyOf(`suggest${n + 1}`) ? el('kbd', {}, shown(keyOf(`suggest${n + 1}`))) : ''),
      el('p', { class: 'prose', lang }, ...(s.differs?.length ? marked(s.differs) : [s.text])),
      s.source_pieces?.length ? el('p', { class: 'small soft' }, _('Source there and here:'), ' ', el('span', { lang: byId('source').lang }, ...pieces(s.source_pieces))) : null,
      s.caution ? el('p', { class: 'small wrong' }, `▲ ${s.caution}`) : null,
      el('p', { class: 'do' }, el('button', { type: 'button', class: 'small-button', 'data-do': `suggest${n + 1}`, onclick: (event) => { event.stopPropagation(); this.take(s.text); } }, _('Use this text'))))),
    this.drafted.length ? '' : el('p', { class: 'do' }, el('button', { type: 'button', class: 'small-button', onclick: () => this.askEngines() }, _('Ask the engine'))));
  }
}
