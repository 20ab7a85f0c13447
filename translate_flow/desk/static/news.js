// News from the server; a page that is not seen does not listen, and catches up when it is seen again.

import { _, alarm, el, tab } from './api.js';
import { jobs } from './job.js';

// Somebody has planned this page's person for a statement: said wherever they are.
function asked({ name, task, by, url }) {
  const what = task === 'translator' ? _('{by} asks you to translate {name}.', { by, name }) : _('{by} asks you to review {name}.', { by, name });
  alarm(`asked ${name} ${task}`, what, el('a', { href: url }, _('Go there')), el('button', { type: 'button', onclick: () => alarm(`asked ${name} ${task}`) }, _('Understood')));
}

export class News {
  constructor(parameters, hear) {
    this.parameters = { ...parameters, tab };
    this.hear = hear; // kind → function
    this.source = null;
    this.lost = false;
    document.addEventListener('visibilitychange', () => this.look());
    addEventListener('pagehide', () => this.close());
    addEventListener('pageshow', () => this.look());
    this.look();
  }

  look() {
    if (document.visibilityState === 'hidden') this.close();
    else if (!this.source) this.open();
  }

  open() {
    this.source = new EventSource(`/events?${new URLSearchParams(this.parameters)}`);
    for (const [kind, act] of Object.entries(this.hear)) {
      if (kind !== 'open' && kind !== 'lost') this.source.addEventListener(kind, (event) => act(JSON.parse(event.data)));
    }
    this.source.addEventListener('asked', (event) => asked(JSON.parse(event.data)));
    this.source.addEventListener('hello', (event) => {
      const news = JSON.parse(event.data);
      this.lost = false;
      if (news.jobs && this.hear.job) jobs(news.jobs);
      this.hear.open?.(news);
    });
    this.source.onerror = () => {
      if (!this.lost) { this.lost = true; this.hear.lost?.(); }
      // A refused stream is not tried again by the browser.
      if (this.source?.readyState === EventSource.CLOSED) { this.close(); setTimeout(() => this.look(), 1000); }
    };
  }

  close() {
    this.source?.close();
    this.source = null;
  }
}
