package cifar10

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// Fingerprint is a short name of the shard's content: the first 12 hex digits
// of the SHA-256 of its images in the binary version. So it is the same for a
// shard in any form, and sha256sum of a .bin file begins with it. It is
// computed once; after that the images must not change.
func (s *Shard) Fingerprint() string {
	if s.fingerprint == "" {
		hash := sha256.New()
		// A hash takes all that is written.
		s.WriteBinary(hash)
		s.fingerprint = short(hash.Sum(nil))
	}
	return s.fingerprint
}

// Digest is SHA-256 by other means than Go's, of the size bytes that write writes.
type Digest func(size int, write func(io.Writer) error) ([]byte, error)

// FingerprintBy is Fingerprint with another SHA-256; where that fails, with Go's.
func (s *Shard) FingerprintBy(digest Digest) string {
	if s.fingerprint == "" && digest != nil {
		if sum, err := digest(s.Len()*RecordSize, s.WriteBinary); err == nil && len(sum) == sha256.Size {
			s.fingerprint = short(sum)
		}
	}
	return s.Fingerprint()
}

// KnowFingerprint spares a shard that comes from elsewhere the computation.
func (s *Shard) KnowFingerprint(fingerprint string) { s.fingerprint = fingerprint }

// Fingerprint is a short name of the data set's content: of its shards'
// fingerprints and roles, and of what is held out. Unused shards don't count.
func (d *Dataset) Fingerprint() string {
	hash := sha256.New()
	for i, shard := range d.Shards {
		if d.Roles[i] != Unused {
			fmt.Fprintf(hash, "%s %s\n", d.Roles[i], shard.Fingerprint())
		}
	}
	fmt.Fprintf(hash, "%d %d\n", d.HoldOut.Validation, d.HoldOut.Test)
	return short(hash.Sum(nil))
}

func short(sum []byte) string { return hex.EncodeToString(sum)[:12] }
