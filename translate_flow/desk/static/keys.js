// Keys: what each does, how it is written, and changing it. None is one of the browser's own on its own.

import { _, el } from './api.js';

export const ACTIONS = {
  confirm: ['Ctrl+Enter', () => _('Confirm and next')],
  approve: ['Ctrl+Alt+Enter', () => _('Approve')],
  next: ['Alt+ArrowDown', () => _('Next paragraph')],
  previous: ['Alt+ArrowUp', () => _('Previous paragraph')],
  open: ['Alt+Shift+ArrowDown', () => _('Next open paragraph')],
  term: ['Alt+Enter', () => _('Insert the next term')],
  suggest1: ['Ctrl+1', () => _('Insert suggestion {n}', { n: 1 })],
  suggest2: ['Ctrl+2', () => _('Insert suggestion {n}', { n: 2 })],
  suggest3: ['Ctrl+3', () => _('Insert suggestion {n}', { n: 3 })],
  copy: ['Alt+Shift+C', () => _('Copy source')],
  case: ['Alt+Shift+U', () => _('Change capitals')],
  comment: ['Alt+Shift+N', () => _('Write a comment')],
  filter: ['/', () => _('Filter the paragraphs')],
  keys: ['?', () => _('Keyboard shortcuts')],
};

const STORE = 'desk keys';
let own = {};
try { own = JSON.parse(localStorage.getItem(STORE)) || {}; } catch { own = {}; }

export const keyOf = (action) => own[action] ?? ACTIONS[action][0];

// As it is written in settings: modifiers in one order, then the key.
export function pressed(event) {
  let key = event.key;
  if (key === 'Dead' || key === 'Unidentified') return '';
  if (key.length === 1 && key.toLowerCase() !== key.toUpperCase()) key = key.toUpperCase();
  // With modifiers the digit row gives other signs on many keyboards.
  if ((event.ctrlKey || event.altKey) && /^Digit\d$/.test(event.code)) key = event.code.slice(5);
  const shift = event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join('+');
}

const SHOWN = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': '␣' };
export function shown(key) {
  const parts = key === '+' ? ['+'] : key.split('+');
  return parts.map((p) => SHOWN[p] || (p === 'Shift' ? '⇧' : p)).join(' ');
}

export function actionOf(event) {
  const key = pressed(event);
  if (!key) return null;
  const bare = !/^(Ctrl|Alt)\+/.test(key);
  const writing = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
  if (bare && (writing || event.target.closest('dialog'))) return null;
  return Object.keys(ACTIONS).find((a) => keyOf(a) === key) || null;
}

const RESERVED = new Set(['Ctrl+T', 'Ctrl+N', 'Ctrl+W', 'Ctrl+Shift+T', 'Ctrl+Shift+N', 'Ctrl+Shift+W', 'Ctrl+L', 'Ctrl+R', 'Ctrl+F', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+A', 'Ctrl+P', 'Ctrl+S', 'Ctrl+Tab', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'F1', 'F5', 'F6', 'F7', 'F11', 'F12']);

export function keysDialog(dialog, changed) {
  const list = dialog.querySelector('#keys-list');
  let waiting = null;
  function draw(message = '') {
    list.replaceChildren(...Object.entries(ACTIONS).map(([action, [, name]]) => {
      const button = el('button', { type: 'button', 'data-action': action, 'aria-label': `${name()}: ${keyOf(action)}` },
        waiting === action ? _('press keys…') : el('kbd', {}, shown(keyOf(action))));
      return el('div', {}, el('dt', {}, name()), el('dd', {}, button));
    }));
    if (message) list.append(el('p', { class: 'notice', role: 'alert' }, message));
    if (waiting) list.querySelector(`[data-action="${waiting}"]`).focus();
  }
  dialog.addEventListener('click', (event) => {
    const button = event.target.closest('[data-action]');
    if (button) { waiting = button.dataset.action; draw(); }
    if (event.target.id === 'keys-reset') { own = {}; localStorage.removeItem(STORE); waiting = null; draw(); changed(); }
  });
  dialog.addEventListener('keydown', (event) => {
    if (!waiting || ['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
    if (event.key === 'Tab') { waiting = null; draw(); return; }
    event.preventDefault();
    event.stopPropagation();
    const action = waiting;
    waiting = null;
    if (event.key === 'Escape') { draw(); return; }
    const key = pressed(event);
    const taken = Object.keys(ACTIONS).find((a) => a !== action && keyOf(a) === key);
    if (!key || RESERVED.has(key)) { draw(_('The browser needs these keys itself.')); return; }
    if (taken) { draw(_('These keys do already: {what}', { what: ACTIONS[taken][1]() })); return; }
    own[action] = key;
    try { localStorage.setItem(STORE, JSON.stringify(own)); } catch { /* for this page only, then */ }
    draw();
    dialog.querySelector(`[data-action="${action}"]`).focus();
    changed();
  });
  dialog.addEventListener('close', () => { waiting = null; });
  draw();
  return draw;
}
