// Package npz writes a trained network as an archive of NumPy arrays, and reads
// it back:
//
//	W         K×3072 float32, one class per row
//	b         K float32
//	mean, std 3072 float64: the standardization of the inputs it was trained on
//	settings  the run as JSON, in UTF-8 bytes: json.loads(bytes(a["settings"])); "files" has the
//	          SHA-256 of each file that its data came from
//	moments   one or two numbers per parameter, float32, in the trainer's own order: the state of
//	          momentum or Adam
//	best      W, class by class, then b, float32: of the best epoch of a run that stops early
//
// Only W and b are required to read an archive.
package npz
