// Package sevenzip reads the files of a 7z archive one after the other. It has only the
// container: what is packed in it is unpacked by the library that reads xz, and by the
// standard library's. The kept libraries for 7z would more than triple what a first build
// downloads, for methods and filters that no archive of images has.
package sevenzip
