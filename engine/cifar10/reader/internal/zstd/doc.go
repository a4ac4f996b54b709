// Package zstd reads Zstandard streams (RFC 8878), for archives whose files come one
// after the other. The maintained library for them would more than double what a first
// build downloads.
package zstd
