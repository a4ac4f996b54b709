// Package checking is the mind of the checker, the worker that checks gradients: it
// takes one check at a time, works in slices, and tells how far it has come.
package checking
