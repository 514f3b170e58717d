/* Sorting and finding in the table of a cohort. Every page reads without it. */
document.querySelectorAll(".rosterbox").forEach((box) => {
  const table = box.querySelector("table[data-sortable]");
  const filters = box.querySelector(".filters");
  const body = table.tBodies[0];

  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) =>
        a.cells[column].textContent.localeCompare(b.cells[column].textContent, undefined, { numeric: true }));
      body.append(...(down ? rows.reverse() : rows));
    });
  });

  const find = filters.querySelector("[data-roster-find]");
  const status = filters.querySelector("[data-roster-status]");
  const focus = filters.querySelector("[data-roster-focus]");
  const count = filters.querySelector("[data-roster-count]");
  const narrow = () => {
    const words = find.value.trim().toLowerCase();
    let shown = 0;
    for (const row of body.rows) {
      row.hidden = !(row.textContent.toLowerCase().includes(words)
        && (!status.value || row.dataset.status === status.value)
        && (!focus || !focus.value || row.dataset.focus === focus.value));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = shown === body.rows.length ? "" : `${shown} of ${body.rows.length} teams`;
  };
  filters.hidden = false;
  [find, status, focus].forEach((field) => field && field.addEventListener("input", narrow));
});
