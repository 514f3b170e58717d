/* Finding and filtering in the list of change ideas. The page reads without it, and has lists by driver,
   level and decision that need no script. */
document.querySelectorAll(".ideabox").forEach((box) => {
  const filters = box.querySelector(".filters");
  const entries = [...box.querySelectorAll(".idea")];
  const find = box.querySelector("[data-idea-find]");
  const count = box.querySelector("[data-idea-count]");
  const choices = ["driver", "level", "decision"]
    .map((name) => [name, box.querySelector(`[data-idea-${name}]`)])
    .filter(([, field]) => field);
  const narrow = () => {
    const words = find.value.trim().toLowerCase();
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !(entry.textContent.toLowerCase().includes(words)
        && choices.every(([name, field]) => !field.value || entry.dataset[name].split("|").includes(field.value)));
      shown += entry.hidden ? 0 : 1;
    }
    count.textContent = shown === entries.length ? "" : `${shown} of ${entries.length} ideas`;
  };
  filters.hidden = false;
  [find, ...choices.map(([, field]) => field)].forEach((field) => field.addEventListener("input", narrow));
});
