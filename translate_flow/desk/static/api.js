// Requests to the desk, words of the interface, and small things all pages need.

const token = document.querySelector('meta[name="csrf"]').content;
const words = read('words');
export const lang = document.documentElement.lang;
export const tab = crypto.getRandomValues(new Uint32Array(2)).join('-');

export class Refused extends Error {
  constructor(status, data) { super(data.error || String(status)); this.status = status; this.data = data; }
}
export class Unreachable extends Error {}

export function read(id) {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : {};
}

// A message in the interface's language; {name} in it is replaced.
export function _(message, parts = {}) {
  return (words[message] || message).replace(/\{(\w+)\}/g, (all, name) => (name in parts ? parts[name] : all));
}

async function answer(promise) {
  let response;
  try { response = await promise; } catch (error) { throw new Unreachable(error.message); }
  let data;
  try { data = await response.json(); } catch { data = {}; }
  if (!response.ok) throw new Refused(response.status, data);
  if (data.back) document.dispatchEvent(new CustomEvent('back', { detail: data.back }));
  return data;
}

export function get(path, parameters) {
  return answer(fetch(`${path}?${new URLSearchParams(parameters)}`, { headers: { Accept: 'application/json' } }));
}

export function post(path, data, { leaving = false } = {}) {
  return answer(fetch(path, {
    method: 'POST', keepalive: leaving, body: JSON.stringify(data),
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
  }));
}

export function upload(file, parameters, path = '/api/upload') {
  return answer(fetch(`${path}?${new URLSearchParams(parameters)}`, {
    method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': token },
  }));
}

// An element: el('p', {class: 'soft'}, 'text', otherElement). Texts are never read as HTML.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((c) => c !== null && c !== undefined && c !== ''));
  return element;
}

// Made at their first use: each takes a while, and a page is to be ready before it shows any time.
const formats = new Map();
function format(kind, name, options) {
  if (!formats.has(name)) formats.set(name, new kind(lang, options));
  return formats.get(name);
}
export const number = (n) => format(Intl.NumberFormat, 'number').format(n);
const dated = (date, name, options) => format(Intl.DateTimeFormat, name, options).format(date);

export function time(at) {
  const date = new Date(at);
  const now = new Date();
  if (Number.isNaN(date.getTime())) return el('time', {}, at);
  const said = date.toDateString() === now.toDateString() ? dated(date, 'same day', { hour: 'numeric', minute: '2-digit' })
    : date.getFullYear() === now.getFullYear() ? dated(date, 'same year', { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
      : dated(date, 'other year', { day: 'numeric', month: 'short', year: 'numeric' });
  return el('time', { datetime: at, title: dated(date, 'whole', { dateStyle: 'full', timeStyle: 'medium' }) }, said);
}

// Numbers and times of the server's HTML, in the reader's way of writing them.
export function localise(root = document) {
  for (const t of root.querySelectorAll('time[datetime]:not([title])')) t.replaceWith(time(t.getAttribute('datetime')));
  for (const d of root.querySelectorAll('data[value]')) d.textContent = number(Number(d.value));
}

let toastTimer;
export function toast(message) {
  const place = document.getElementById('toast');
  place.textContent = message;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { place.textContent = ''; }, 6000);
}

// What must not be missed stays until it is taken back; one message per kind.
const alarms = new Map();
export function alarm(kind, message, ...more) {
  alarms.get(kind)?.remove();
  alarms.delete(kind);
  if (!message) return;
  const close = kind === 'notice' || kind === 'refused' ? el('button', { type: 'button', class: 'alarm-close', 'aria-label': _('Close this message'), onclick: () => alarm(kind) }, '✕') : null;
  const box = el('p', { class: `alarm ${kind}` }, el('span', {}, message), ...more, ...(close ? [close] : []));
  alarms.set(kind, box);
  document.getElementById('alarm').append(box);
}

// What somebody answers in a dialog; nothing if it is open already, for then another act waits for the answer.
export function asked(dialog) {
  if (dialog.open) return Promise.resolve('');
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });
}

// One act of a page at a time: a button that is pressed twice while the first press is under way acts once.
let acting = false;
export async function alone(act) {
  if (acting) return;
  acting = true;
  try { await act(); } finally { acting = false; }
}
