/**
 * Waits until the page is seen for the first time: what it says comes before what it needs later, on a line and a
 * machine that are busy with either. A page that is hidden, or fetches nothing since it is kept, does not wait.
 * @returns {Promise<void>}
 */
export async function firstPaint() {
  const kept = "serviceWorker" in navigator && navigator.serviceWorker.controller;
  if (kept || document.visibilityState === "hidden") return;
  await new Promise((resolve) => {
    setTimeout(resolve, patience);
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  });
}

const patience = 2000; // ms, where the browser does not say so
