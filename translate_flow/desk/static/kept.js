// What this page keeps in the browser, and what pages that are gone have left there.
// Each page holds a lock with its name: a page whose lock is free is gone, and another takes over what it kept.

import { tab } from './api.js';

// What is to leave no trace in the browser is kept in the page alone.
class Page extends Map {
  getItem(name) { return this.get(name) ?? null; }
  setItem(name, value) { this.set(name, value); }
  removeItem(name) { this.delete(name); }
  key(number) { return [...this.keys()][number]; }
  get length() { return this.size; }
}

// A browser may have none, or forbid it.
function browsers() {
  try { return localStorage; } catch { return new Page(); }
}

export class Kept {
  // lasting: whether the browser may keep it beyond the page.
  constructor(prefix, lasting = true) {
    this.prefix = prefix;
    this.store = lasting ? browsers() : new Page();
    if (!lasting) this.clear();
    navigator.locks?.request(this.lock(tab), () => new Promise(() => {}));
  }

  // What was kept before the statement was confidential.
  clear() {
    try {
      for (const name of Object.keys(localStorage)) if (name.startsWith(this.prefix)) localStorage.removeItem(name);
    } catch { /* forbidden: nothing is there */ }
  }

  lock(page) { return `${this.prefix}${page}`; }

  read(kind, key = '', page = tab) {
    try { return JSON.parse(this.store.getItem(`${this.prefix}${page} ${kind} ${key}`)); } catch { return null; }
  }

  write(kind, key, value, page = tab) {
    try {
      const name = `${this.prefix}${page} ${kind} ${key}`;
      if (value === null) this.store.removeItem(name);
      else this.store.setItem(name, JSON.stringify(value));
    } catch { /* full or forbidden: the server's copy must do */ }
  }

  // [page, kind, key] of all that is kept.
  all() {
    const names = [];
    try { for (let n = 0; n < this.store.length; n += 1) names.push(this.store.key(n)); } catch { return []; }
    return names.filter((name) => name.startsWith(this.prefix)).map((name) => name.slice(this.prefix.length).split(' '));
  }

  // Takes over from pages that are gone: at once from those gone already, later from those that go while this
  // one is open. take(kind, value) gets each thing; the promise ends when that of pages gone already is taken.
  async inherit(take) {
    const takeFrom = (page) => {
      for (const [owner, kind, key] of this.all()) {
        if (owner !== page) continue;
        const value = this.read(kind, key, page);
        this.write(kind, key, null, page);
        if (value !== null) take(kind, value);
      }
    };
    const watched = new Set([tab]);
    const watch = (page) => {
      if (watched.has(page)) return;
      watched.add(page);
      navigator.locks?.request(this.lock(page), () => { watched.delete(page); takeFrom(page); });
    };
    addEventListener('storage', ({ key: name }) => { if (name?.startsWith(this.prefix)) watch(name.slice(this.prefix.length).split(' ')[0]); });
    const pages = new Set(this.all().map(([page]) => page));
    if (!pages.size) return;
    const held = navigator.locks ? new Set((await navigator.locks.query()).held.map((lock) => lock.name)) : new Set();
    for (const page of pages) {
      if (held.has(this.lock(page))) watch(page);
      else takeFrom(page);
    }
  }
}
