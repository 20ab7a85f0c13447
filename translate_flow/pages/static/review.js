// What a script adds to the review page: finding words, counting what is shown, j and k from segment to segment.
// Without it every filter works all the same.
(() => {
  const main = document.querySelector("main");
  const segments = [...document.querySelectorAll(".segment")];
  const search = document.querySelector("#find");
  const count = document.querySelector("#found");
  if (!search || !count) return;
  main.classList.add("scripted");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = segments.map((s) => plain([...s.querySelectorAll("dd")].map((d) => d.textContent).join(" ")));
  // Told from the choices: to ask each segment of a thousand where it is takes longer than to hide it.
  const visible = () => {
    const flags = [...document.querySelectorAll(".controls input:checked")].flatMap(({ id }) => /^(?:show|pick)-(?!all$)(.+)/.exec(id)?.[1] ?? []);
    return segments.filter((s) => !s.hidden && flags.every((flag) => s.classList.contains(flag)));
  };
  const tell = () => {
    const wanted = plain(search.value.trim());
    segments.forEach((s, n) => { s.hidden = wanted !== "" && !texts[n].includes(wanted); });
    count.textContent = count.dataset.found.replace("{shown}", visible().length);
  };
  search.addEventListener("input", tell);
  document.querySelector(".controls").addEventListener("change", tell);
  // Beside each other, terms have no explanation of their own: it is the one they have elsewhere in the segment.
  document.addEventListener("mouseover", ({ target }) => {
    if (!target.matches(".sides .term:not([title]), .sides .term:not([title]) *")) return;
    const term = target.closest(".term");
    const same = [...term.closest(".segment").querySelectorAll(".term[title]")].find((t) => t.textContent === term.textContent);
    if (same) term.title = same.title;
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input[type=search]") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    const shown = visible();
    const now = shown.findIndex((s) => s.getBoundingClientRect().top > 90);
    const at = event.key === "j" ? (now < 0 ? shown.length - 1 : now) : (now < 0 ? shown.length : now) - 2;
    const next = shown[Math.max(0, Math.min(shown.length - 1, at))];
    if (next) { next.querySelector(".meta a").focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
  });
  tell();
})();
