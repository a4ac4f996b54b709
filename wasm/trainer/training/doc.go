// Package training is the worker's session: it takes the page's commands, loads
// data, trains the current run in slices of about 10 ms, and sends the results to
// the page and the view. It does not depend on JavaScript, so its tests run on the
// host.
package training
