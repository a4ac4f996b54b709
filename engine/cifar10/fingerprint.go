package cifar10

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// digestedAtOnce is how many images are copied for a digest.
const digestedAtOnce = 1000

// Digest is SHA-256 by other means than Go's.
type Digest func(data []uint8) ([]byte, error)

// Fingerprint is a short name of the shard's content: the first 12 hex digits of
// the SHA-256 of the SHA-256s of its images in the binary version, a thousand at a
// time. So it is the same for a shard in any form, and wants no second copy of the
// shard in memory. It is computed once; after that the images must not change.
func (s *Shard) Fingerprint() string { return s.FingerprintBy(nil) }

// FingerprintBy is Fingerprint with another SHA-256, if there is one; where that
// fails, with Go's.
func (s *Shard) FingerprintBy(digest Digest) string {
	if s.fingerprint != "" {
		return s.fingerprint
	}
	records := make([]uint8, 0, min(digestedAtOnce, s.Len())*RecordSize)
	whole := sha256.New()
	for from := 0; from < s.Len(); from += digestedAtOnce {
		records = s.AppendRecords(records[:0], from, min(from+digestedAtOnce, s.Len()))
		whole.Write(digest.sum(records))
	}
	s.fingerprint = short(whole.Sum(nil))
	return s.fingerprint
}

// sum is the digest of data, in any case.
func (d Digest) sum(data []uint8) []byte {
	if d != nil {
		if sum, err := d(data); err == nil && len(sum) == sha256.Size {
			return sum
		}
	}
	sum := sha256.Sum256(data)
	return sum[:]
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
