// Runs before the first paint, so that the page is never seen in the wrong language: ?lang= in the address, else what
// was chosen before, else the first of the browser's languages that the page speaks. All other modules read it off <html>.
// A classic script: modules wait for the document.
{
  const spoken = ["en", "sv"];
  let chosen = new URLSearchParams(location.search).get("lang") ?? "";
  try {
    if (!spoken.includes(chosen)) chosen = localStorage.getItem("onelayer.language") ?? "";
  } catch {
    // Storage is blocked: the page follows the browser.
  }
  const wanted = [chosen, ...navigator.languages].map((language) => language.slice(0, 2));
  document.documentElement.lang = wanted.find((language) => spoken.includes(language)) ?? "en";
}
