// Pages read from the disk may start no Worker, and the search of the site runs in one: there it runs in a hidden
// frame instead. In place of npm's iframe-worker, which the theme would load from the net.
(() => {
  if (location.protocol !== 'file:') return;

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = null;
      this.frame = document.createElement('iframe');
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      const script = (source) => new Promise((resolve, reject) => {
        const element = inside.document.createElement('script');
        element.src = new URL(source, location.href);
        element.onload = resolve;
        element.onerror = () => reject(new Error(source));
        inside.document.body.append(element);
      });
      inside.postMessage = (data) => {
        const event = new MessageEvent('message', { data });
        this.dispatchEvent(event);
        this.onmessage?.(event);
      };
      inside.importScripts = async (...sources) => { for (const source of sources) await script(source); };
      this.ready = script(url);
    }

    postMessage(data) {
      this.ready.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent('message', { data })));
    }

    terminate() { this.frame.remove(); }
  }
  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
