/** Types only. @module */

/**
 * What a key does, and on which tab.
 * @typedef {object} Shortcut
 * @property {string[]} keys as KeyboardEvent.key has them, in lower case; with Ctrl (or ⌘): "ctrl+z", "ctrl+shift+z"
 * @property {string} page the tab it acts on, or "" for all of them
 * @property {string} text what it does, for the sheet
 * @property {string} [written] the keys as the sheet writes them, if otherwise
 * @property {(key: string) => void} act
 */

export {};
