// Package checking is the session of the checker, the worker that checks gradients:
// it runs one check at a time, in slices, and reports its progress.
package checking
