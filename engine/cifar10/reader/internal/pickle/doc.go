// Package pickle reads what Python's pickle module writes for plain data and
// NumPy arrays and PyTorch tensors, protocols 0 to 5, and nothing else.
//
// It is our own because, of the maintained libraries, og-rek cannot rebuild a
// NumPy array, and gopickle allocates whatever a length field claims and holds an
// array three times.
//
// A pickle is a program for a small stack machine that may name any Python
// function. Here the names are a fixed list, each the little that an array
// needs; any other name ends the reading. Memory is charged against a limit
// before it is allocated, values are counted, and nothing recurses, so no file
// can do more than fail.
package pickle
