// What is typed and saved, on its way to the server: kept in this browser until the server has it.

import { Refused, Unreachable, post, tab } from './api.js';

const PAUSE = 400; // milliseconds without a key after which a private draft is kept
const AGAIN = 1000; // milliseconds between attempts while the server does not answer

export class Outbox {
  // hear: {offline(bool), kept(key, date), saved(job, unit), conflict(job, data), refused(job, error)}
  constructor(place, person, hear) {
    this.place = place;
    this.hear = hear;
    this.prefix = `desk ${place.language} ${place.name} ${person} `;
    this.timers = new Map();
    this.jobs = this.load('jobs') || [];
    this.working = false;
    this.offline = false;
    addEventListener('pagehide', () => this.leave());
    if (this.jobs.length) this.work();
    for (const [key, draft] of this.drafts()) this.push(key, draft);
  }

  // Storage ---------------------------------------------------------------------

  load(name) {
    try { return JSON.parse(localStorage.getItem(this.prefix + name)); } catch { return null; }
  }

  store(name, value) {
    try {
      if (value === null) localStorage.removeItem(this.prefix + name);
      else localStorage.setItem(this.prefix + name, JSON.stringify(value));
    } catch { /* full or forbidden: the server's copy must do */ }
  }

  // Texts that have not reached the server, by segment.
  drafts() {
    const found = [];
    for (let i = 0; i < localStorage.length; i += 1) {
      const name = localStorage.key(i);
      if (name.startsWith(`${this.prefix}text `)) {
        const key = name.slice(this.prefix.length + 5);
        const draft = this.load(`text ${key}`);
        if (draft) found.push([key, draft]);
      }
    }
    return found;
  }

  storeJobs() { this.store('jobs', this.jobs.length ? this.jobs : null); }

  get busy() { return this.jobs.length > 0; }

  waitingFor(key) { return this.jobs.some((job) => job.key === key); }

  // Typing ----------------------------------------------------------------------

  typed(key, text, base) {
    this.store(`text ${key}`, { text, base, at: new Date().toISOString() });
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => this.push(key, { text, base }), PAUSE));
  }

  async push(key, { text, base }, leaving = false) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    try {
      await post('/api/typing', { ...this.place, key, text, base }, { leaving });
    } catch (error) {
      if (error instanceof Unreachable) {
        this.setOffline(true);
        if (!this.timers.has(key)) this.timers.set(key, setTimeout(() => this.again(key), AGAIN));
      } else if (!(error instanceof Refused && error.status === 400)) this.hear.refused({ key, text }, error);
      return;
    }
    this.setOffline(false);
    // Typed on meanwhile: the newer text has its own timer.
    if (this.load(`text ${key}`)?.text === text) this.store(`text ${key}`, null);
    this.hear.kept(key, new Date());
  }

  again(key) {
    this.timers.delete(key);
    const draft = this.load(`text ${key}`);
    if (draft) this.push(key, draft);
  }

  forget(key) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.store(`text ${key}`, null);
  }

  leave() {
    for (const [key, draft] of this.drafts()) if (this.timers.has(key)) this.push(key, draft, true);
  }

  // Saving ----------------------------------------------------------------------

  save(job) {
    this.forget(job.key);
    this.jobs.push({ ...job, at: new Date().toISOString() });
    this.storeJobs();
    this.work();
  }

  async work() {
    if (this.working) return;
    this.working = true;
    while (this.jobs.length) {
      const job = this.jobs[0];
      try {
        const { unit } = await post('/api/save', { ...this.place, tab, ...job });
        this.setOffline(false);
        this.jobs.shift();
        // What was saved on top of this text, before the server had answered.
        for (const later of this.jobs) if (later.key === job.key && later.base === job.base) later.base = unit.base;
        this.storeJobs();
        this.hear.saved(job, unit);
      } catch (error) {
        if (error instanceof Unreachable || error.status >= 500) {
          this.setOffline(true);
          await new Promise((resolve) => { setTimeout(resolve, AGAIN); });
          continue;
        }
        this.jobs.shift();
        this.storeJobs();
        if (error.status === 409 && error.data.conflict) this.hear.conflict(job, error.data.conflict);
        else { if (job.text !== undefined) this.typed(job.key, job.text, job.base); this.hear.refused(job, error); }
      }
    }
    this.working = false;
  }

  setOffline(offline) {
    if (offline === this.offline) return;
    this.offline = offline;
    this.hear.offline(offline);
  }
}
