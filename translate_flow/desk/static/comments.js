// What people say about a paragraph: threads, answers, and whether a matter is settled.

import { _, el, time } from './api.js';
import { byId } from './page.js';
import { refill } from './redraw.js';
import { deed } from './says.js';

export class Comments {
  // tell(path, data): posts it for the open paragraph and shows the answer; true if it went well
  constructor(tell) {
    this.tell = tell;
    this.answering = null;
    byId('comment-form').addEventListener('submit', async (event) => {
      event.preventDefault();
      const note = byId('comment').value;
      if (note.trim() && await tell('/api/comment', { note, to: this.answering || '' })) { byId('comment').value = ''; this.answer(null); }
    });
    // In a comment Ctrl+Enter sends it; Escape leaves the answer.
    byId('comment').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.stopPropagation(); byId('comment-form').requestSubmit(); }
      if (event.key === 'Escape' && this.answering) this.answer(null);
    });
  }

  answer(thread) {
    this.answering = thread?.id ?? null;
    byId('reply-to').replaceChildren(thread ? _('in answer to {name}', { name: thread.by }) : '', thread ? el('button', { type: 'button', class: 'link', onclick: () => this.answer(null) }, _('Cancel')) : '');
    if (thread) byId('comment').focus();
  }

  show(threads) {
    if (!threads.some((t) => t.id === this.answering)) this.answer(null); // the news of others interrupt no answer
    refill(byId('comments'), ...(threads.length ? [el('ul', { class: 'comments' }, ...threads.map((t) => this.thread(t)))] : []));
  }

  thread(t) {
    const said = (c, returned) => [el('p', { class: 'small soft' }, el('strong', {}, c.by), returned ? ` ${deed('return')}` : '', ', ', time(c.at)), el('p', { lang: '' }, c.note)];
    const whole = [
      ...said(t, t.returned),
      t.replies.length ? el('ul', {}, ...t.replies.map((r) => el('li', {}, ...said(r)))) : null,
      el('p', { class: 'do' },
        el('button', { type: 'button', class: 'link', onclick: () => this.answer(t) }, _('Answer')),
        t.number && !t.resolved ? el('button', { type: 'button', class: 'link', onclick: () => this.tell('/api/resolve', { number: t.number }) }, _('Resolve')) : null)];
    if (!t.resolved) return el('li', {}, ...whole);
    return el('li', { class: 'settled' }, el('details', {}, el('summary', {}, `✓ ${_('resolved by {name}', { name: t.resolved.by })}: `, el('span', { class: 'soft', lang: '' }, t.note)), ...whole));
  }
}
