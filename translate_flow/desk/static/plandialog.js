// A plan changed in a dialog: for one statement as it is planned, for several only what one fills in.

import { Refused, _, alarm, asked, el, number, post, toast } from './api.js';

const byId = (id) => document.getElementById(id);
const fields = () => [...document.querySelectorAll('[data-plan]')];
const said = (error) => (error instanceof Refused ? error.message : _('The desk does not answer.'));

// The browser's own time with its distance from UTC, as plans have it.
function withZone(local) {
  if (!local) return '';
  const minutes = -new Date(local).getTimezoneOffset();
  const part = (n) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${local}:00${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`;
}
function asLocal(at) {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

let touched = new Set();
for (const field of fields()) field.addEventListener('input', () => touched.add(field.dataset.plan));
byId('plan-due').addEventListener('input', () => { byId('plan-past').hidden = !byId('plan-due').value || new Date(byId('plan-due').value) > new Date(); });
byId('plan-zone').textContent = _('In the time zone of this browser: {zone}', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

// places: [[language, name], …]; given: the plan as it is, for one; done is called when it is saved.
export async function planDialog(places, title, given, done) {
  touched = new Set();
  byId('plan-for').textContent = places.length === 1 ? title : _('{n} lines; what you leave empty stays as it is.', { n: number(places.length) });
  for (const field of fields()) {
    const value = given?.[field.dataset.plan] ?? '';
    if (field.type === 'checkbox') field.checked = value === true;
    else field.value = field.dataset.plan === 'due' ? asLocal(value) : value || (field.tagName === 'SELECT' ? 'normal' : '');
  }
  byId('plan-past').hidden = true;
  if ((await asked(byId('plan'))) !== 'go') return;
  const changes = {};
  for (const field of fields()) {
    const key = field.dataset.plan;
    if (touched.has(key)) changes[key] = field.type === 'checkbox' ? field.checked : key === 'due' ? withZone(field.value) : field.value;
  }
  if (!Object.keys(changes).length) return;
  try {
    const answer = await post('/api/plan', { places, changes });
    toast(places.length === 1 ? _('Planned: {title}', { title }) : _('{n} lines planned', { n: number(places.length) }));
    if (answer.past) alarm('notice', _('The due date is in the past.'));
    offer(answer.before, done);
    done();
  } catch (error) { alarm('refused', said(error)); }
}

// As it was before: until one does something else.
function offer(before, done) {
  async function back() {
    alarm('planned');
    try {
      for (const one of before) await post('/api/plan', { places: [one.place], changes: one.changes });
      toast(_('The plan is as before.'));
      done();
    } catch (error) { alarm('refused', said(error)); }
  }
  alarm('planned', _('The plan was changed.'), el('button', { type: 'button', onclick: back }, _('Undo')), el('button', { type: 'button', onclick: () => alarm('planned') }, _('Close')));
}
