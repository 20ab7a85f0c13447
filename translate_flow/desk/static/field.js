// The text field: a textarea over a backdrop that shows terms, findings and inline marks.

import { marksOf } from './marks.js';
import { changed, painted, places, unhang } from './painting.js';

export class Field {
  constructor(box, typed) {
    this.text = box.querySelector('textarea');
    this.backdrop = box.querySelector('.backdrop');
    this.typed = typed;
    this.spans = [];
    this.last = '';
    this.whole = ''; // the text before a composition (accents, phones, East Asian writing) began
    this.caret = [0, 0];
    this.halves = new Set(); // texts with half a mark, which undo must not stop at
    this.text.addEventListener('beforeinput', (event) => this.guard(event));
    this.text.addEventListener('input', (event) => this.onInput(event));
    this.text.addEventListener('compositionend', () => this.onInput({ inputType: 'insertText' }));
    document.addEventListener('selectionchange', () => this.snap());
    // Lines break elsewhere in another width.
    let width = 0;
    new ResizeObserver(() => { if (width !== box.clientWidth) { width = box.clientWidth; this.paint(); } }).observe(box);
  }

  get value() { return this.text.value; }

  // Another paragraph's text, or this one's from elsewhere; cannot be undone by Ctrl+Z.
  set(value) {
    this.text.value = value;
    this.last = value;
    this.whole = value;
    this.spans = [];
    this.halves.clear();
    this.paint();
  }

  // Put a text in place of the selection, or of everything; Ctrl+Z takes it back.
  insert(value, { whole = false } = {}) {
    this.text.focus();
    if (whole) this.text.select();
    if (value === '') document.execCommand('delete');
    else if (!document.execCommand('insertText', false, value)) {
      this.text.setRangeText(value, this.text.selectionStart, this.text.selectionEnd, 'end');
      this.onInput({ inputType: 'insertText' });
    }
  }

  // Put a pair of marks round the selection, or a single one at the caret.
  wrap(open, close) {
    const { selectionStart: start, selectionEnd: end } = this.text;
    const inside = this.value.slice(start, end);
    this.insert(open + inside + close);
    if (close) this.text.setSelectionRange(start + open.length, start + open.length + inside.length);
  }

  onInput(event) {
    if (this.mended(event)) return; // mending is an input of its own
    this.shift(this.value);
    if (!event.isComposing) this.whole = this.value;
    this.paint();
    this.typed(this.value);
  }

  // Spans stay with their words until the server has looked at the new text.
  shift(text) {
    const { start, end } = changed(this.last, text);
    const by = text.length - this.last.length;
    this.spans = this.spans.flatMap((s) => {
      if (s.end <= start) return [s];
      return s.start >= end ? [{ ...s, start: s.start + by, end: s.end + by }] : [];
    });
    this.last = text;
  }

  mark(spans) {
    const place = places(this.value);
    this.spans = spans.map((s) => ({ ...s, start: place(s.start), end: place(s.end) }));
    this.paint();
  }

  paint() {
    // The backdrop gives the field its height; its last line would be lost if it were empty.
    this.backdrop.replaceChildren(...painted(this.value, this.spans), '\u200b');
    for (const term of this.backdrop.querySelectorAll('.term')) unhang(term);
  }

  // Inline marks are deleted whole or not at all ------------------------------------

  // Backspace and Delete beside a mark take all of it, and can be undone in one step.
  guard(event) {
    const { selectionStart: at, selectionEnd: end } = this.text;
    // Typed so fast that the caret has not been put beside the mark yet.
    if (event.cancelable && event.inputType === 'insertText' && at === end && this.within(at)) {
      event.preventDefault();
      this.snap();
      document.execCommand('insertText', false, event.data);
      return;
    }
    if (at !== end || !event.cancelable || !/^delete(Content|Word)/.test(event.inputType)) return;
    const back = !event.inputType.endsWith('Forward');
    const mark = marksOf(this.value).find((m) => (back ? m.start < at && at <= m.end : m.start <= at && at < m.end));
    if (!mark) return;
    event.preventDefault();
    this.text.setSelectionRange(mark.start, mark.end);
    document.execCommand('delete');
  }

  // What no event announced (a phone's keyboard, another program's paste, a line deleted) may have left half a mark.
  mended(event) {
    const text = this.value;
    if (/^history/.test(event.inputType)) {
      if (!this.halves.has(text)) return false;
      document.execCommand(event.inputType === 'historyUndo' ? 'undo' : 'redo');
      return true;
    }
    if (event.isComposing) return false;
    const { start, end, now } = changed(this.whole, text);
    const before = marksOf(this.whole);
    const cut = before.filter((m) => m.start < end && m.end > start && (m.start < start || m.end > end));
    // The same characters put in beside a mark look like some within it; then none is missing.
    if (!cut.length || marksOf(text).length >= before.length) return false;
    const from = Math.min(start, ...cut.map((m) => m.start));
    const to = Math.max(now, ...cut.map((m) => m.end + text.length - this.whole.length));
    this.halves.add(text);
    this.last = text;
    this.whole = text;
    const typed = text.slice(start, now);
    const mend = () => {
      this.text.setSelectionRange(from, to);
      return document.execCommand(typed ? 'insertText' : 'delete', false, typed);
    };
    // Within another command of the browser none may be given; then right after it.
    if (!mend()) setTimeout(mend);
    return true;
  }

  // The mark in which a place lies, if it does.
  within(at) { return marksOf(this.value).find((m) => m.start < at && at < m.end); }

  // The caret never stands inside a mark, and a selection takes marks whole.
  snap() {
    if (document.activeElement !== this.text) return;
    const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = this.text;
    const [first, last] = [this.within(start), this.within(end)];
    if (first || last) {
      let [from, to] = [first ? first.start : start, last ? last.end : end];
      if (start === end) from = to = start > this.caret[0] ? first.end : first.start;
      // A selection that shrinks leaves the mark instead of taking it again.
      else if (last && this.caret[1] === last.end && this.caret[0] === start && end < last.end) to = Math.max(last.start, from);
      else if (first && this.caret[0] === first.start && this.caret[1] === end && start > first.start) from = Math.min(first.end, to);
      this.text.setSelectionRange(from, to, direction);
    }
    this.caret = [this.text.selectionStart, this.text.selectionEnd];
  }
}
