// The text field: a textarea over a backdrop that shows terms, findings and inline marks.

const MARK = /<(?:(?:b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3})(?:[ ]?\/)?|\/(?:b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3}))>/g;

export function marksOf(text) {
  return [...text.matchAll(MARK)].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));
}

// Python counts characters, JavaScript halves of some: places of the one as places of the other.
export function places(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (n) => n;
  const starts = [];
  let at = 0;
  for (const char of text) { starts.push(at); at += char.length; }
  starts.push(at);
  return (n) => starts[Math.min(n, starts.length - 1)];
}

// A text as nodes, with spans [{start, end, class, title}] around its stretches; inline marks as chips.
export function painted(text, spans) {
  const all = [...marksOf(text).map((m) => ({ ...m, class: 'chip', chip: true })), ...spans];
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

export class Field {
  constructor(box, changed) {
    this.text = box.querySelector('textarea');
    this.backdrop = box.querySelector('.backdrop');
    this.changed = changed;
    this.spans = [];
    this.last = '';
    this.caret = 0;
    this.text.addEventListener('input', () => this.onInput());
    this.text.addEventListener('beforeinput', (event) => this.guard(event));
    this.text.addEventListener('scroll', () => { this.backdrop.scrollTop = this.text.scrollTop; });
    document.addEventListener('selectionchange', () => this.snap());
    new ResizeObserver(() => this.grow()).observe(box);
  }

  get value() { return this.text.value; }

  // Another segment's text, or this one's from elsewhere; cannot be undone by Ctrl+Z.
  set(value) {
    this.text.value = value;
    this.last = value;
    this.spans = [];
    this.paint();
  }

  // Put a text in place of the selection, or of everything; Ctrl+Z takes it back.
  insert(value, { whole = false } = {}) {
    this.text.focus();
    if (whole) this.text.select();
    if (value === '') document.execCommand('delete');
    else if (!document.execCommand('insertText', false, value)) {
      this.text.setRangeText(value, this.text.selectionStart, this.text.selectionEnd, 'end');
      this.onInput();
    }
  }

  // Put a pair of marks round the selection, or a single one at the caret.
  wrap(open, close) {
    const { selectionStart: start, selectionEnd: end } = this.text;
    const inside = this.value.slice(start, end);
    this.insert(open + inside + close);
    if (close) this.text.setSelectionRange(start + open.length, start + open.length + inside.length);
  }

  onInput() {
    this.shift(this.value);
    this.paint();
    this.changed(this.value);
  }

  // Spans stay with their words until the server has looked at the new text.
  shift(text) {
    const before = this.last;
    let head = 0;
    const shorter = Math.min(before.length, text.length);
    while (head < shorter && before[head] === text[head]) head += 1;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
    const by = text.length - before.length;
    this.spans = this.spans.flatMap((s) => {
      if (s.end <= head) return [s];
      if (s.start >= before.length - tail) return [{ ...s, start: s.start + by, end: s.end + by }];
      return [];
    });
    this.last = text;
  }

  mark(spans) {
    const place = places(this.value);
    this.spans = spans.map((s) => ({ ...s, start: place(s.start), end: place(s.end) }));
    this.paint();
  }

  paint() {
    // The last line of a backdrop would be lost if it were empty.
    this.backdrop.replaceChildren(...painted(this.value, this.spans), '\u200b');
    this.grow();
  }

  grow() {
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  // Inline marks are deleted whole or not at all.
  guard(event) {
    const chips = marksOf(this.value);
    if (!chips.length) return;
    let { selectionStart: start, selectionEnd: end } = this.text;
    const bare = start === end;
    if (bare && event.inputType.startsWith('delete')) {
      if (event.inputType.endsWith('Forward')) end += 1;
      else start -= 1;
    }
    const hit = chips.filter((c) => c.start < end && c.end > start && !(c.start >= start && c.end <= end));
    if (!hit.length || (bare && !event.inputType.startsWith('delete'))) return;
    event.preventDefault();
    this.text.setSelectionRange(Math.min(start, ...hit.map((c) => c.start)), Math.max(end, ...hit.map((c) => c.end)));
    if (event.inputType.startsWith('delete')) document.execCommand('delete');
    else document.execCommand('insertText', false, event.data ?? event.dataTransfer?.getData('text/plain') ?? '');
  }

  // The caret never stands inside a mark.
  snap() {
    if (document.activeElement !== this.text) return;
    const { selectionStart: at, selectionEnd: end } = this.text;
    if (at === end) {
      const chip = marksOf(this.value).find((c) => c.start < at && at < c.end);
      if (chip) {
        const to = at > this.caret ? chip.end : chip.start;
        this.text.setSelectionRange(to, to);
      }
    }
    this.caret = this.text.selectionStart;
  }
}
