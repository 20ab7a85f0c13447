// Keys: what each does, how a pressed one is written, and which a person has chosen instead.

import { _ } from './api.js';

// Each action and its keys. The first is the field's custom (Weblate, Pontoon, MateCat, OmegaT); where a
// browser or a screen reader has that one for itself, the second is free in all of them (see clashes.js).
export const ACTIONS = {
  confirm: [['Ctrl+Enter'], () => _('Confirm and next')],
  approve: [['Ctrl+Alt+Enter'], () => _('Approve')],
  next: [['Alt+ArrowDown', 'Alt+PageDown'], () => _('Next paragraph')],
  previous: [['Alt+ArrowUp', 'Alt+PageUp'], () => _('Previous paragraph')],
  open: [['Alt+Shift+PageDown'], () => _('Next open paragraph')],
  term: [['Alt+Enter'], () => _('Insert the next term')],
  suggest1: [['Ctrl+1', 'Ctrl+Shift+1'], () => _('Insert suggestion {n}', { n: 1 })],
  suggest2: [['Ctrl+2', 'Ctrl+Shift+2'], () => _('Insert suggestion {n}', { n: 2 })],
  suggest3: [['Ctrl+3', 'Ctrl+Shift+3'], () => _('Insert suggestion {n}', { n: 3 })],
  copy: [['Alt+Shift+D'], () => _('Copy source')],
  case: [['Alt+Shift+W'], () => _('Change capitals')],
  comment: [['Alt+Shift+N'], () => _('Write a comment')],
  part: [['Alt+Shift+Y'], () => _('Split, join, or set the kind')],
  glossary: [['Ctrl+Alt+G'], () => _('New term from the selection')],
  search: [['Alt+Shift+J'], () => _('Search all statements')],
  filter: [['/', 'Alt+Shift+S'], () => _('Filter the paragraphs')],
  undo: [['Alt+Shift+Z'], () => _('Undo what I did last')],
  redo: [['Alt+Shift+9'], () => _('Do it again')],
  keys: [['?', 'Alt+?'], () => _('Keyboard shortcuts')],
  return: [['Alt+Shift+7'], () => _('Return with note…')],
  revert: [[], () => _('Back to the saved text')],
};
// Tab switching of browsers: theirs again wherever the translation does not have the focus.
const FIELD_ONLY = /^Ctrl\+[0-9]$/;

const STORE = 'desk keys';
let own = {};
try { own = JSON.parse(localStorage.getItem(STORE)) || {}; } catch { own = {}; }

export const keysOf = (action) => [].concat(own[action] ?? ACTIONS[action][0]);
export const keyOf = (action) => keysOf(action)[0] || '';

// A person's own keys for an action; null: those it has at first.
export function choose(action, keys) {
  if (keys === null) delete own[action];
  else own[action] = keys;
  try { localStorage.setItem(STORE, JSON.stringify(own)); } catch { /* for this page only, then */ }
}

export function asAtFirst() {
  own = {};
  try { localStorage.removeItem(STORE); } catch { /* nothing was kept */ }
}

// The action that has this key; `except` is not looked at.
export const holder = (key, except = '') => Object.keys(ACTIONS).find((a) => a !== except && keysOf(a).includes(key)) || null;

// A key as it is written in settings: modifiers in one order, then its name.
export function pressed(event) {
  let key = event.key;
  if (key === 'Dead' || key === 'Unidentified' || key === 'Process') return '';
  if (key.length === 1 && key.toLowerCase() !== key.toUpperCase()) key = key.toUpperCase();
  // With modifiers the row of digits gives other signs on many keyboards.
  if ((event.ctrlKey || event.altKey) && /^Digit\d$/.test(event.code)) key = event.code.slice(5);
  const shift = event.shiftKey && (key.length > 1 || /[\p{Lu}0-9]/u.test(key));
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join('+');
}

const SHOWN = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn', Shift: '⇧', ' ': '␣' };
export const shown = (key) => (key === '+' ? ['+'] : key.split('+')).map((part) => SHOWN[part] || part).join(' ');

export function actionOf(event) {
  const key = pressed(event);
  if (!key || event.isComposing) return null;
  const bare = !/^(Ctrl|Alt)\+/.test(key);
  const place = event.target.closest('textarea, input, select, dialog');
  if (bare && place) return null;
  if (FIELD_ONLY.test(key) && place?.id !== 'text') return null;
  // Alt+↓ opens a list of choices.
  if (place?.tagName === 'SELECT' && key.startsWith('Alt+Arrow')) return null;
  return holder(key);
}
