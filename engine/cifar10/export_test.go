package cifar10

// The readers with a limit of memory, for tests.
var (
	ReadBinaryWithin = readBinary
	ReadPickleWithin = readPickle
	ReadMATWithin    = readMAT
)
