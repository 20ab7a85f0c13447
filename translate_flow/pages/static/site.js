{
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();
  const words = JSON.parse(document.getElementById("words").textContent).map(([, title, text]) =>
    plain(`${title} ${text}`),
  );
  const rows = [...document.querySelectorAll("#list > li")];
  const field = (id) => document.getElementById(id);
  const show = () => {
    const asked = plain(field("query").value).split(/\s+/).filter(Boolean);
    const language = field("language").value;
    const tag = field("tag")?.value ?? "";
    let count = 0;
    rows.forEach((row, at) => {
      const fits =
        asked.every((word) => words[at].includes(word)) &&
        (!language || row.dataset.language === language) &&
        (!tag || row.dataset.tags.split("|").includes(tag));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    field("found").textContent = asked.length || language || tag ? `${count} of ${rows.length}` : "";
  };
  field("finder").hidden = false;
  field("finder").addEventListener("input", show);
  field("finder").addEventListener("submit", (event) => event.preventDefault());
}
