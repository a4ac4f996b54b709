// Package port is the only package that touches JavaScript. It carries
// messages, files and the event loop's turns between Go and the browser as
// plain Go values, so that all other packages can be tested on the host.
//
// A message is a map[string]any of the types of the structured clone algorithm:
// nil, bool, float64, string, []any, map[string]any, the typed arrays as []uint8,
// []float32 and []float64, and *File and *MessagePort.
package port
