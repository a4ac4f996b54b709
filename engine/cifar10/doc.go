// Package cifar10 holds CIFAR-10 (Krizhevsky, 2009) in memory: shards as they
// are published, splits that give shards their role, the statistics that
// standardize them, and one reader for each form the data set comes in.
//
// An image is Dim = 3072 bytes: 1024 red, then 1024 green, then 1024 blue,
// each plane row by row. Images stay bytes until a minibatch needs them, so a
// shard of 10,000 takes 30.7 MB and not the 123 MB of float32.
package cifar10

// The shape of CIFAR-10.
const (
	Width    = 32
	Height   = 32
	Channels = 3
	Dim      = Width * Height * Channels // D, the length of one image in bytes
	Classes  = 10                        // K
)

// ClassNames are the ten classes in label order.
var ClassNames = [Classes]string{
	"airplane", "automobile", "bird", "cat", "deer",
	"dog", "frog", "horse", "ship", "truck",
}
