// A text with its stretches marked: terms, findings, inline marks.

import { marksOf } from './marks.js';

// Python counts characters, JavaScript halves of some: places of the one as places of the other.
export function places(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (n) => n;
  const starts = [];
  let at = 0;
  for (const char of text) { starts.push(at); at += char.length; }
  starts.push(at);
  return (n) => starts[Math.min(n, starts.length - 1)];
}

// A text as nodes, with spans [{start, end, class, term}] around its stretches; inline marks as chips.
export function painted(text, spans) {
  const all = [...marksOf(text).map((m) => ({ ...m, class: 'chip' })), ...spans];
  const cuts = new Set([0, text.length]);
  for (const s of all) { cuts.add(s.start); cuts.add(s.end); }
  const edges = [...cuts].filter((c) => c >= 0 && c <= text.length).sort((a, b) => a - b);
  const nodes = [];
  let chain = null;
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [start, end] = [edges[i], edges[i + 1]];
    const over = all.filter((s) => s.start <= start && s.end >= end && s.start < s.end);
    const key = over.map((s) => `${s.class} ${s.start}`).join('|');
    if (!over.length) { nodes.push(document.createTextNode(text.slice(start, end))); chain = null; continue; }
    if (chain?.key === key) { chain.node.append(text.slice(start, end)); continue; }
    const node = document.createElement('span');
    node.className = over.map((s) => s.class).join(' ');
    const known = over.find((s) => s.term !== undefined);
    if (known) node.dataset.term = known.term;
    node.append(text.slice(start, end));
    nodes.push(node);
    chain = { key, node };
  }
  return nodes;
}

// A stretch that goes on in the next line lets go of the blank between, which hangs over the line's end.
export function unhang(mark) {
  const text = mark.firstChild;
  if (mark.getClientRects().length < 2 || text?.nodeType !== Node.TEXT_NODE) return;
  const range = document.createRange();
  const line = (at) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getClientRects()[0]?.top; };
  for (const { index, 0: blank } of [...text.data.matchAll(/\s+/g)].reverse()) {
    const after = index + blank.length;
    if (!index || after >= text.length || line(index - 1) === line(after)) continue;
    const rest = mark.cloneNode(false);
    rest.append(text.data.slice(after));
    mark.after(blank, rest);
    text.data = text.data.slice(0, index);
  }
}

// What a look has to point at in the text.
export function spansOf(seen) {
  const spans = [];
  for (const t of seen.terms) {
    for (const [s, e] of t.right) spans.push({ start: s, end: e, class: 'term used' });
    for (const [s, e] of t.wrong) spans.push({ start: s, end: e, class: 'term forbidden' });
  }
  for (const f of seen.findings) if (f.span) spans.push({ start: f.span[0], end: f.span[1], class: `found ${f.severity}` });
  return spans;
}

// Where two texts begin and end to differ: the stretch of each that the other does not have.
export function changed(before, after) {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start: head, end: before.length - tail, now: after.length - tail };
}
