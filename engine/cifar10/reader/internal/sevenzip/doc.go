// Package sevenzip reads the files of a 7z archive one after the other. It implements
// only the container: the contents are unpacked by the library that reads xz, and by the
// standard library. The maintained libraries for 7z would more than triple what a first
// build downloads, for methods and filters that no archive of images uses.
package sevenzip
