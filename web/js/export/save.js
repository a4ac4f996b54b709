/**
 * Hands a file to the visitor as a download.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type
 * @returns its name
 */
export function save(content, name, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

/** A run's name as part of a file's: "setting-C" @param {string} name */
export function fileName(name) {
  return (
    name
      .trim()
      .replace(/[^\p{L}\p{N}.]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "run"
  );
}
