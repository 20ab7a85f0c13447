// What this page keeps in the browser, and what pages that are gone have left there.
// Each page holds a lock with its name: a page whose lock is free is gone, and another takes over what it kept.

import { tab } from './api.js';

export class Kept {
  constructor(prefix) {
    this.prefix = prefix;
    navigator.locks?.request(this.lock(tab), () => new Promise(() => {}));
  }

  lock(page) { return `${this.prefix}${page}`; }

  read(kind, key = '', page = tab) {
    try { return JSON.parse(localStorage.getItem(`${this.prefix}${page} ${kind} ${key}`)); } catch { return null; }
  }

  write(kind, key, value, page = tab) {
    try {
      const name = `${this.prefix}${page} ${kind} ${key}`;
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
    } catch { /* full or forbidden: the server's copy must do */ }
  }

  // [page, kind, key] of all that is kept.
  all() {
    const names = [];
    try { for (let n = 0; n < localStorage.length; n += 1) names.push(localStorage.key(n)); } catch { return []; }
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
