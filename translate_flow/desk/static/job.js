// The machine's work beside ours: how far it is, how long it will take, and its end; on every page that listens.

import { Refused, _, alarm, number, post, read, toast } from './api.js';

const byId = (id) => document.getElementById(id);
const ends = [];

// What a page does when a job has ended.
export const onJobEnd = (act) => ends.push(act);

function left(seconds) {
  if (seconds === null || seconds === undefined) return '';
  if (seconds < 60) return ` · ${_('less than a minute left')}`;
  const minutes = Math.round(seconds / 60);
  return ` · ${minutes === 1 ? _('about 1 minute left') : _('about {n} minutes left', { n: number(minutes) })}`;
}

export function job(news) {
  const running = news.state === 'running';
  byId('job').hidden = !running;
  if (running) {
    byId('job-text').textContent = _('Drafting {name}: {done} of {total}', { name: news.name || news.names.join(', '), done: number(news.done), total: number(news.total) }) + left(news.left_seconds);
    byId('job-bar').max = news.total || 1;
    byId('job-bar').value = news.done;
    return;
  }
  if (news.state === 'done') {
    toast(news.done === 1 ? _('1 paragraph drafted') : _('{n} paragraphs drafted', { n: number(news.done) }));
    if (news.left) alarm('notice', [_('{n} paragraphs are without text still.', { n: number(news.left) }), ...news.reasons].join(' '));
  }
  if (news.state === 'cancelled') toast(_('Drafting was cancelled; what was drafted stays.'));
  if (news.state === 'failed') alarm('refused', news.error);
  for (const act of ends) act(news);
}

byId('job-cancel').addEventListener('click', () => post('/api/draft/cancel', {}).catch((error) => alarm('refused', error instanceof Refused ? error.message : _('The desk does not answer.'))));
const now = read('job-now');
if (now.state) job(now);
