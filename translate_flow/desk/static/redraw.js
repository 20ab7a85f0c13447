// Part of a page made anew in its place. What has not changed stays the element it was, with its focus, its tick, what is
// chosen in it, and the key that somebody is pressing.

const TELLING = ['id', 'data-place', 'data-item', 'data-name', 'data-key', 'data-rule', 'data-language'];
// What people did with these counts, not how they were served.
const theirs = (node, name) => ['open', 'checked', 'value'].includes(name) && node.matches('details, input, select, option, textarea');

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
// Two nodes of one parent that stand for the same thing have the same key.
const keyOf = (node) => (isElement(node) ? `${node.tagName} ${JSON.stringify(TELLING.map((name) => node.getAttribute(name)))}` : node.nodeName);

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!theirs(old, name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (!theirs(old, name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
}

function merge(old, fresh) {
  if (!isElement(old)) { if (old.data !== fresh.data) old.data = fresh.data; return; }
  attributes(old, fresh);
  const there = new Map();
  for (const child of old.childNodes) {
    const key = keyOf(child);
    if (!there.has(key)) there.set(key, []);
    there.get(key).push(child);
  }
  let at = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const same = there.get(keyOf(child))?.shift();
    if (same) merge(same, child);
    const now = same || child;
    if (now === at) at = at.nextSibling;
    else old.insertBefore(now, at);
  }
  for (const left of there.values()) for (const child of left) child.remove();
}

// Makes `old`, on the page, what `fresh` is, which has been localised. Tells whether the focus is where it was.
export function redraw(old, fresh) {
  const focused = document.activeElement;
  const seen = old.contains(focused) && inSight(focused);
  merge(old, fresh);
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true }); // it was moved
  if (seen && focused.isConnected) focused.scrollIntoView({ block: 'nearest' }); // what is above it may have grown
  return !focused || focused.isConnected;
}

function inSight(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

// What unfolds is told from its neighbours by its words, and those of the paragraph in front of it.
const foldOf = (details) => `${details.querySelector('summary')?.textContent}|${details.previousElementSibling?.matches('p') ? details.previousElementSibling.textContent : ''}`;

// What somebody can press in a box, each told from its like by its words and their order.
const pressable = (box) => [...box.querySelectorAll('a, button, summary')];
const wordsOf = (element) => `${element.tagName} ${element.textContent}`;

// Other children for `box`, made anew; what somebody has unfolded in it stays unfolded, and the focus where it was.
export function refill(box, ...children) {
  const open = new Set([...box.querySelectorAll('details[open]')].map(foldOf));
  const focused = box.contains(document.activeElement) ? wordsOf(document.activeElement) : '';
  const nth = pressable(box).filter((e) => wordsOf(e) === focused).indexOf(document.activeElement);
  box.replaceChildren(...children);
  for (const details of box.querySelectorAll('details')) if (open.has(foldOf(details))) details.open = true;
  if (nth >= 0) pressable(box).filter((e) => wordsOf(e) === focused)[nth]?.focus({ preventScroll: true });
}
