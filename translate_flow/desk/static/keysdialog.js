// The dialog that shows all keys and changes them.

import { _, el } from './api.js';
import { clash } from './clashes.js';
import { ACTIONS, asAtFirst, choose, holder, keysOf, pressed, shown } from './keys.js';

export function keysDialog(dialog, changed) {
  const list = dialog.querySelector('#keys-list');
  const told = dialog.querySelector('#keys-told');
  let waiting = null; // {action, place}: the button that waits for keys

  const name = (action) => ACTIONS[action][1]();
  const button = (action, place, key) => el('button', { type: 'button', 'data-action': action, 'data-place': place, 'aria-label': `${name(action)}: ${key || _('another key')}` },
    waiting?.action === action && waiting.place === place ? _('press keys…') : key ? el('kbd', {}, shown(key)) : '+');

  function draw(message = '') {
    list.replaceChildren(...Object.keys(ACTIONS).map((action) => {
      const keys = keysOf(action);
      return el('div', {}, el('dt', {}, name(action)), el('dd', {}, ...keys.map((key, place) => button(action, place, key)), keys.length < 2 ? button(action, keys.length, '') : null));
    }));
    told.textContent = message;
    if (waiting) find(waiting).focus();
  }
  const find = ({ action, place }) => list.querySelector(`[data-action="${action}"][data-place="${place}"]`) || list.querySelector(`[data-action="${action}"]`);

  function take(at, key) {
    const keys = keysOf(at.action);
    const taken = holder(key, at.action);
    if (!key || clash(key) === 'browser') return _('The browser needs these keys itself.');
    if (taken) return _('These keys already do this: {what}', { what: name(taken) });
    if (!/^(Ctrl|Alt)\+|^F\d/.test(key) && key.length > 1) return _('The browser needs these keys itself.');
    keys[at.place] = key;
    choose(at.action, [...new Set(keys)]);
    changed();
    return clash(key) === 'reader' ? _('Some screen readers use these keys themselves.') : '';
  }

  dialog.addEventListener('click', (event) => {
    const at = event.target.closest('[data-action]');
    if (at) { waiting = { action: at.dataset.action, place: Number(at.dataset.place) }; draw(_('Press the new keys; Delete removes the present ones, Escape keeps them.')); }
    if (event.target.id === 'keys-reset') { asAtFirst(); waiting = null; draw(); changed(); }
  });
  dialog.addEventListener('keydown', (event) => {
    if (!waiting || ['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
    const at = waiting;
    waiting = null;
    if (event.key === 'Tab') { draw(); find(at)?.focus(); return; }
    event.preventDefault();
    event.stopPropagation();
    let message = '';
    if (event.key === 'Delete' || event.key === 'Backspace') { choose(at.action, keysOf(at.action).filter((_key, place) => place !== at.place)); changed(); }
    else if (event.key !== 'Escape') message = take(at, pressed(event));
    draw(message);
    find(at)?.focus();
  });
  dialog.addEventListener('close', () => { waiting = null; draw(); });
  draw();
}
