// Package cifar10 holds CIFAR-10 (Krizhevsky, 2009) in memory: shards as they
// are published, splits that give shards their role, the statistics that
// standardize them, and the binary version. Package reader reads the other forms.
//
// Relatives of CIFAR-10 and the visitor's own data come as the same kind of shard
// with other classes: their number, K, and their names belong to the shard, and
// are the same in every shard of a data set.
//
// An image is Dim = 3072 bytes: 1024 red, then 1024 green, then 1024 blue,
// each plane row by row. Images stay bytes until a minibatch needs them, so a
// shard of 10,000 takes 30.7 MB and not the 123 MB of float32.
//
// Reading goes from the outside in: Reader.Shards walks the files a visitor chose
// and opens archives; Detect finds each file's form from its content; and
// make shards of them. Whatever a file holds, a reader returns a shard or an
// error for the visitor, and takes no more memory than the room it is given.
// Assign then gives the shards their roles, and Dataset.Split the splits.
package cifar10

// The shape of CIFAR-10.
const (
	Width    = 32
	Height   = 32
	Channels = 3
	Dim      = Width * Height * Channels // D, the length of one image in bytes
	Classes  = 10                        // K of CIFAR-10 itself; other data have 2 to MaxClasses
)

// MaxClasses is the largest number of classes that the visitor's own data may
// have.
const MaxClasses = 20

// ClassNames are the ten classes in label order.
var ClassNames = [Classes]string{
	"airplane", "automobile", "bird", "cat", "deer",
	"dog", "frog", "horse", "ship", "truck",
}
