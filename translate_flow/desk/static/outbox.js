// What is typed and saved, on its way to the server: kept in this browser until the server has it.

import { Refused, Unreachable, _, number, post, tab, toast } from './api.js';
import { Kept } from './kept.js';

const PAUSE = 400; // milliseconds without a key after which a private draft is kept
const AGAIN = 1000; // milliseconds between attempts while the server does not answer

export class Outbox {
  // hear: {ask(job, {findings}), offline(bool, signed out), kept(key, date), saved(job, unit), conflict(job, data), refused(job, error), typed(draft)}
  constructor(place, person, hear, lasting = true) {
    this.place = place;
    this.hear = hear;
    this.kept = new Kept(`desk ${[place.language, place.name, person].map(encodeURIComponent).join('/')} `, lasting);
    this.timers = new Map();
    this.jobs = [];
    this.working = false;
    this.offline = false;
    this.awaiting = []; // called when nothing is left to send
    this.signedOut = false;
    addEventListener('pagehide', () => this.leave());
  }

  // What pages that are gone could not send; `hear.typed` gets the texts.
  inherit() {
    return this.kept.inherit((kind, value) => {
      if (kind === 'jobs') {
        this.jobs.push(...value);
        this.storeJobs();
        this.work();
      } else {
        this.kept.write('text', value.key, value);
        this.hear.typed(value);
        this.push(value.key, value);
      }
    });
  }

  storeJobs() { this.kept.write('jobs', '', this.jobs.length ? this.jobs : null); }

  waitingFor(key) { return this.jobs.some((job) => job.key === key); }

  // Typing ----------------------------------------------------------------------

  typed(key, text, base) {
    this.kept.write('text', key, { key, text, base, at: new Date().toISOString() });
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => this.push(key, { text, base }), PAUSE));
  }

  async push(key, { text, base }, leaving = false) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    try {
      await post('/api/typing', { ...this.place, tab, key, text, base }, { leaving });
    } catch (error) {
      if (this.away(error)) {
        if (!this.timers.has(key)) this.timers.set(key, setTimeout(() => this.again(key), AGAIN));
      } else if (!(error instanceof Refused && error.status === 400)) this.hear.refused({ key, text }, error);
      return;
    }
    this.setOffline(false);
    // Typed on meanwhile: the newer text has its own timer.
    if (this.kept.read('text', key)?.text === text) this.kept.write('text', key, null);
    this.hear.kept(key, new Date());
  }

  again(key) {
    this.timers.delete(key);
    const draft = this.kept.read('text', key);
    if (draft) this.push(key, draft);
  }

  forget(key) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.kept.write('text', key, null);
  }

  // Texts whose pause has not come yet.
  leave() {
    for (const key of [...this.timers.keys()]) {
      const draft = this.kept.read('text', key);
      if (draft) this.push(key, draft, true);
    }
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
        const { unit, repeats } = await post('/api/save', { ...this.place, tab, ...job });
        this.setOffline(false);
        this.jobs.shift();
        // What was saved on top of this text, before the server had answered.
        for (const later of this.jobs) if (later.key === job.key && later.base === job.base) later.base = unit.base;
        this.storeJobs();
        this.hear.saved(job, unit);
        if (repeats) toast(repeats === 1 ? _('The same paragraph once more: translated alike. Undoing takes both back.') : _('The same paragraph {n} more times: translated alike. Undoing takes all of it back.', { n: number(repeats) }));
      } catch (error) {
        if (this.away(error)) {
          await new Promise((resolve) => { setTimeout(resolve, AGAIN); });
          continue;
        }
        this.jobs.shift();
        this.storeJobs();
        if (error.status === 409 && error.data.conflict) this.hear.conflict(job, error.data.conflict);
        else if (error.status === 422 && error.data.ask) { this.typed(job.key, job.text, job.base); this.hear.ask(job, error.data.ask); }
        else { if (job.text !== undefined) this.typed(job.key, job.text, job.base); this.hear.refused(job, error); }
      }
    }
    this.working = false;
    for (const tell of this.awaiting.splice(0)) tell();
  }

  // Resolved when nothing is left to send.
  empty() { return this.working ? new Promise((resolve) => { this.awaiting.push(resolve); }) : Promise.resolve(); }

  // Whether it is to be tried again: the desk does not answer, or somebody has to sign in again first.
  away(error) {
    const signedOut = error instanceof Refused && error.status === 401;
    if (!signedOut && !(error instanceof Unreachable) && !(error.status >= 500)) return false;
    this.setOffline(true, signedOut);
    return true;
  }

  setOffline(offline, signedOut = false) {
    if (offline === this.offline && signedOut === this.signedOut) return;
    this.offline = offline;
    this.signedOut = signedOut;
    this.hear.offline(offline, signedOut);
  }
}
