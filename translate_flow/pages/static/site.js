{
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();
  const rows = [...document.querySelectorAll("#list > li")];
  const field = (id) => document.getElementById(id);
  let words = rows.map((row) => plain(row.textContent));
  const show = () => {
    const asked = plain(field("query").value).split(/\s+/).filter(Boolean);
    const language = field("language").value;
    const tag = field("tag")?.value ?? "";
    let count = 0;
    rows.forEach((row, at) => {
      const fits =
        asked.every((word) => words[at].includes(word)) &&
        (!language || row.dataset.languages.split(" ").includes(language)) &&
        (!tag || row.dataset.tags.split("|").includes(tag));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    const said = field("found");
    said.textContent =
      asked.length || language || tag
        ? said.dataset.words.replace("{n}", count).replace("{total}", rows.length)
        : "";
  };
  // The words of the statements lie in a file of their own, read when somebody begins to search.
  const read = () => {
    const script = document.createElement("script");
    script.src = "search.js";
    script.onload = () => {
      const said = (row) => plain(window.siteWords[row.dataset.name] ?? "");
      words = rows.map((row, at) => `${words[at]} ${said(row)}`);
      show();
    };
    document.head.append(script);
  };
  field("finder").hidden = false;
  field("query").addEventListener("focus", read, { once: true });
  field("finder").addEventListener("input", show);
  field("finder").addEventListener("submit", (event) => event.preventDefault());
}
