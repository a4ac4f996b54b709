// Package zstd reads Zstandard streams (RFC 8878), for archives whose files stand one
// after the other. The kept library for them would more than double what a first build
// downloads.
package zstd
