// Package packing is the session of the packer, the worker that writes and reads
// weights as NumPy archives.
package packing
