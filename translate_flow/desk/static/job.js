// Long work beside ours: how far it is, how long it will take, and its end; on every page that listens.

import { Refused, _, alarm, number, post, read, toast } from './api.js';

const byId = (id) => document.getElementById(id);
const ends = [];
const running = new Map(); // by id; the bar shows the first

// What a page does when a job has ended.
export const onJobEnd = (act) => ends.push(act);

function left(seconds) {
  if (seconds === null || seconds === undefined) return '';
  if (seconds < 60) return ` · ${_('less than a minute left')}`;
  const minutes = Math.round(seconds / 60);
  return ` · ${minutes === 1 ? _('about 1 minute left') : _('about {n} minutes left', { n: number(minutes) })}`;
}

const WORDS = {
  draft: (parts) => _('Drafting {name}: {done} of {total}', parts),
  model: (parts) => _('Downloading the model {name}: {done} of {total} kB', parts),
  build: (parts) => _('Building {name}: {done} of {total}', parts),
  import: (parts) => _('Importing {name}: {done} of {total}', parts),
  align: (parts) => _('Aligning {name}: {done} of {total}', parts),
};

function show() {
  const [news] = running.values();
  byId('job').hidden = !news;
  if (!news) return;
  const name = news.name || news.what || news.names.join(', ');
  const more = running.size > 1 ? ` (${_('{n} more', { n: number(running.size - 1) })})` : '';
  byId('job-cancel').disabled = Boolean(news.ending);
  byId('job-text').textContent = news.ending ? _('{name}: being cancelled…', { name }) : WORDS[news.kind]({ name, done: number(news.done), total: number(news.total) }) + left(news.left_seconds) + more;
  byId('job-bar').max = news.total || 1;
  byId('job-bar').value = news.done;
}

function ended(news) {
  if (news.state === 'done' && news.kind === 'draft') {
    toast(news.done === 1 ? _('1 paragraph drafted') : _('{n} paragraphs drafted', { n: number(news.done) }));
    if (news.left) alarm('notice', [_('{n} paragraphs still have no text.', { n: number(news.left) }), ...news.reasons].join(' '));
  }
  if (news.state === 'done' && news.kind === 'model') toast(_('The model {name} is here.', { name: news.what }));
  if (news.state === 'cancelled') toast(news.kind === 'draft' ? _('Drafting was cancelled; what was drafted stays.') : _('Cancelled. What has come so far is kept for the next time.'));
  if (news.state === 'failed') alarm('refused', news.error);
}

export function job(news) {
  if (news.state === 'running') running.set(news.id, news);
  else { running.delete(news.id); ended(news); }
  show();
  if (news.state !== 'running') for (const act of ends) act(news);
}

// What the desk says is at work when a page begins to listen: what it missed meanwhile is made up for.
export function jobs(now) {
  const there = new Set(now.map((news) => news.id));
  for (const [id, news] of [...running]) if (!there.has(id)) job({ ...news, state: 'ended' });
  for (const news of now) if (news.state === 'running') job(news);
}

byId('job-cancel').addEventListener('click', () => {
  const [news] = running.values();
  post('/api/job/cancel', { id: news?.id || '' }).catch((error) => alarm('refused', error instanceof Refused ? error.message : _('The desk does not answer.')));
});
jobs(read('job-now'));
