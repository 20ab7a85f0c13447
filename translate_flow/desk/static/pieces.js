// A difference, word by word.

import { el } from './api.js';

export function pieces(list) {
  return list.map(([op, text]) => (op === 'equal' ? document.createTextNode(text) : el(op === 'insert' ? 'ins' : 'del', {}, text)));
}
