// Inline marks: <b>…</b> of Word, LibreOffice and web documents, and what the source has of Markdown's.

import { _, el } from './api.js';

const TAGS = '<(?:(?:b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3})(?:[ ]?\\/)?|\\/(?:b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3}))>';
let pattern = new RegExp(TAGS, 'g');

// The marks of the paragraph that is open: [opening, closing], a single one with an empty closing.
export function useMarks(pairs) {
  const signs = [...new Set(pairs.flat())].filter((sign) => sign.length > 1).sort((a, b) => b.length - a.length);
  pattern = new RegExp([...signs.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')), TAGS].join('|'), 'g');
}

// Where a text has marks. A sign of one character is none: it cannot be half deleted.
export function marksOf(text) {
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));
}

// Buttons that put the marks of the source round the selection, or at the caret.
export function markButtons(box, pairs, field) {
  const kinds = new Map(pairs.map(([open, close]) => [`${open}…${close}`, [open, close]]));
  box.replaceChildren(...[...kinds].map(([name, [open, close]]) => {
    const short = close ? name : open;
    return el('button', { type: 'button', class: 'chip', title: _('Insert this mark'), onclick: () => field.wrap(open, close) }, short.length > 24 ? `${short.slice(0, 22)}…` : short);
  }));
}
