// Datasette's own words in German, where it has them in English only. Nothing of what documents say is looked at, and without this file
// the pages say the same in English.
const WORDS = {
  "a.canned-query-edit-sql": "SQL bearbeiten",
  "a[title] > span.underlined": "SQL ansehen und bearbeiten",
  "label[for=_search]": "Suche:",
  "form.sql label[for^=qp]": { search: "Wörter", council: "Kommune", year: "Jahr", day: "Tag", field: "Politikfeld" },
  "form.sql h3": { "Query parameters": "Felder" },
  ".export-links a[href='#export']": "mehr",
  "h2": { "Queries": "Fragen", "Tables": "Tabellen", "Views": "Sichten", "Links from other tables": "Was aus anderen Tabellen hierher führt" },
  "h3": { "Custom SQL query": "Eigene Frage in SQL" },
  ".zero-results": { "0 results": "Keine Zeile gefunden.", "0 records": "Keine Zeile gefunden." },
  ".crumbs a": { home: "Start" },
  "select[name=_filter_column] option[value='']": "Spalte",
  ".filter-row option[value='']": { "- remove filter -": "Filter entfernen" },
  ".filter-op option": { contains: "enthält", "ends with": "endet mit", "starts with": "beginnt mit", "is null": "ist leer", "not null": "ist nicht leer",
    "is blank": "ist leer oder fehlt", "is not blank": "sagt etwas", "not in": "keines von", in: "eines von", like: "wie (like)",
    "not like": "nicht wie", "not contains": "enthält nicht", "does not contain": "enthält nicht", "array contains": "Liste enthält",
    "array does not contain": "Liste enthält nicht", date: "am Tag" },
};
const BUTTONS = { "Run SQL": "Fragen", Apply: "Anwenden" };
const number = (said) => said.replaceAll(",", ".");
const SENTENCES = [
  [/^([\d,]+) rows?\b/, (_, count) => `${number(count)} ${count === "1" ? "Zeile" : "Zeilen"}`],
  [/^Custom SQL query returning (more than )?([\d,]+) rows?/, (_, more, count) => `${more ? "Mehr als " : ""}${number(count)} ${count === "1" ? "Zeile" : "Zeilen"}`],
  [/^Custom SQL query\b/, () => "Die Frage"],
  // Only at the begin and at the end: in between stands what somebody has typed.
  [/^(\S+ Zeilen?) where search matches\b/, (_, rows) => `${rows} mit den Wörtern`],
  [/^(\S+ Zeilen?) where\b/, (_, rows) => `${rows} mit`],
  [/\bsorted by ([^\s"]+) descending\s*$/, (_, column) => `nach ${column}, die neuesten oder größten zuerst`],
  [/\bsorted by ([^\s"]+)\s*$/, (_, column) => `nach ${column}`],
];

for (const [selector, words] of Object.entries(WORDS))
  for (const one of document.querySelectorAll(selector)) {
    const said = one.textContent.trim();
    if (typeof words === "string") one.textContent = words;
    else if (Object.hasOwn(words, said)) one.textContent = words[said];
  }
for (const button of document.querySelectorAll("input[type=submit]"))
  if (Object.hasOwn(BUTTONS, button.value)) button.value = BUTTONS[button.value];
for (const heading of document.querySelectorAll("form.sql > h3, .metadata-description ~ h3, .column-descriptions ~ h3")) {
  const text = heading.firstChild;
  if (text?.nodeType !== Node.TEXT_NODE) continue;
  text.data = SENTENCES.reduce((so_far, [form, said]) => so_far.replace(form, said), text.data.trimStart().replace(/\s+/g, " "));
}
for (const link of document.querySelectorAll(".show-hide-sql a"))
  link.textContent = link.textContent.trim() === "show" ? "SQL zeigen" : "SQL verbergen";
for (const links of document.querySelectorAll(".export-links"))
  if (links.firstChild?.nodeType === Node.TEXT_NODE) links.firstChild.data = "Diese Zeilen als ";
for (const title of document.querySelectorAll(".page-header h1, h1"))
  if (title.lastChild?.nodeType === Node.TEXT_NODE) title.lastChild.data = title.lastChild.data.replace(/ \(view\)\s*$/, "");

// What a column means, where its name stands: over the rows, and over the values to narrow down by.
const meanings = new Map([...document.querySelectorAll("dl.column-descriptions dt")].map((name) => [name.textContent, name.nextElementSibling?.textContent ?? ""]));
for (const head of document.querySelectorAll("th[data-column]")) head.title = meanings.get(head.dataset.column) ?? "";
for (const facet of document.querySelectorAll(".facet-info[data-column] strong")) {
  const name = facet.closest(".facet-info").dataset.column, text = facet.firstChild;
  const heading = (meanings.get(name) ?? "").split(": ")[0];
  if (heading && text?.nodeType === Node.TEXT_NODE) text.data = `${heading} (${name}) `;
}
document.documentElement.lang = "de";
