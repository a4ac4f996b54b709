// Package protocol is the language between the page and the worker: commands
// from the page, events from the worker. Both are plain objects, here
// map[string]any, as the structured clone algorithm carries them; NaN and
// infinities travel as they are.
//
// A command is {command, id, …}. Every command is answered exactly once, by
// Replied or Refused with its id, after all other events that it caused.
//
// testdata holds one JSON file for each kind of message. Tests in Go and in
// JavaScript read the same files, so that the two sides cannot drift apart.
package protocol

// Version is what the page and all programs must agree on; Ready carries it.
const Version = 1
