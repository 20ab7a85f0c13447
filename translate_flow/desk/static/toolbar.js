// A toolbar is one stop of the Tab key; arrow keys walk within it (WAI-ARIA Authoring Practices, toolbar).

export function toolbar(bar) {
  const buttons = () => [...bar.querySelectorAll('button')];
  const only = (chosen) => { for (const button of buttons()) button.tabIndex = button === chosen ? 0 : -1; };
  only(buttons()[0]);
  new MutationObserver(() => only(buttons().find((b) => b === document.activeElement) || buttons()[0])).observe(bar, { childList: true, subtree: true });
  bar.addEventListener('focusin', (event) => { const button = event.target.closest('button'); if (button) only(button); });
  bar.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  });
}
