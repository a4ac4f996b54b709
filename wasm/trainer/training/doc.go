// Package training is the worker's mind: it takes the page's commands, loads data,
// trains the current run in slices of about 10 ms, and tells the page and the
// canvas what came of it. It knows nothing of JavaScript, so its tests run on the
// host.
package training
