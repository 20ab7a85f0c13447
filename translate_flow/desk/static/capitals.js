// Changing capitals.

// lower → Capitalised → UPPER → lower, for the selection or the word at the caret.
export function changedCase(field, language) {
  let { selectionStart: start, selectionEnd: end } = field.text;
  const text = field.value;
  if (start === end) {
    while (start > 0 && /[\p{L}\p{M}\d’'-]/u.test(text[start - 1])) start -= 1;
    while (end < text.length && /[\p{L}\p{M}\d’'-]/u.test(text[end])) end += 1;
  }
  if (start === end) return;
  const part = text.slice(start, end);
  const lower = part.toLocaleLowerCase(language);
  const title = lower.replace(/(^|[\s“"(-])(\p{L})/gu, (_all, before, letter) => before + letter.toLocaleUpperCase(language));
  const upper = part.toLocaleUpperCase(language);
  const next = part === lower ? title : part === title && title !== upper ? upper : lower;
  field.text.setSelectionRange(start, end);
  field.insert(next);
  field.text.setSelectionRange(start, start + next.length);
}
