// Package npz writes a trained network as an archive of NumPy arrays, and reads
// it back:
//
//	W         10×3072 float32, a class a row
//	b         10 float32
//	mean, std 3072 float64: the standardization of the inputs it was trained on
//	settings  the run as JSON, in UTF-8 bytes: json.loads(bytes(a["settings"]))
//
// Only W and b must be there to be read.
package npz
