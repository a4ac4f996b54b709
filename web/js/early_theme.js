// Runs before the first paint, so that a remembered theme doesn't flash the other one.
// A classic script: modules wait for the document.
try {
  const theme = localStorage.getItem("onelayer.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the page follows the system.
}
