// Undoing what one did, and doing it again: the same on every page.

import { _, alarm, number, post, tab, toast } from './api.js';
import { deed } from './says.js';

// What became of it is said; the answer is for the page. `act`: a named one instead of one's own last.
export async function takeBack(place, { again = false, act = '' } = {}) {
  alarm('left');
  const done = await post('/api/undo', { ...place, tab, again, act });
  const what = done.deeds.map(deed).join(', ');
  if (done.done === 1) toast(again ? _('Done again: {what}', { what }) : _('Undone: {what}', { what }));
  else if (done.done && done.statements < 2) toast(again ? _('Done again in {n} paragraphs: {what}', { n: number(done.done), what }) : _('Undone in {n} paragraphs: {what}', { n: number(done.done), what }));
  else if (done.done) toast(again ? _('Done again in {n} paragraphs of {m} statements: {what}', { n: number(done.done), m: number(done.statements), what }) : _('Undone in {n} paragraphs of {m} statements: {what}', { n: number(done.done), m: number(done.statements), what }));
  if (done.refused.length) {
    const why = [...new Set(done.refused.map((r) => r.why))].join(' · ');
    alarm('left', done.refused.length === 1 ? _('1 paragraph was left as it is: {why}', { why }) : _('{n} paragraphs were left as they are: {why}', { n: number(done.refused.length), why }));
  }
  return done;
}
