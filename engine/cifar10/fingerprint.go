package cifar10

import (
	"io"
	"strconv"
)

// digestedAtOnce is how many images are copied for a digest.
const digestedAtOnce = 1000

// Digest is another implementation of SHA-256, such as the browser's.
type Digest func(data []uint8) ([]byte, error)

// Fingerprint is a short name of the shard's content: the first 12 hex digits of
// the SHA-256 of the SHA-256s of its images in the binary version, a thousand at a
// time. It is the same for a shard in any form, and needs no second copy of the
// shard in memory. It is computed once; after that the images must not change.
func (s *Shard) Fingerprint() string { return s.FingerprintBy(nil) }

// FingerprintBy is Fingerprint with another SHA-256, if there is one; it falls
// back to ours.
func (s *Shard) FingerprintBy(digest Digest) string {
	if s.fingerprint != "" {
		return s.fingerprint
	}
	records := make([]uint8, 0, min(digestedAtOnce, s.Len())*RecordSize)
	whole := newSHA256()
	for from := 0; from < s.Len(); from += digestedAtOnce {
		records = s.AppendRecords(records[:0], from, min(from+digestedAtOnce, s.Len()))
		whole.Write(digest.sum(records))
	}
	s.fingerprint = short(whole.sum())
	return s.fingerprint
}

// sum returns the digest of data, by our SHA-256 where d is nil or fails.
func (d Digest) sum(data []uint8) []byte {
	if d != nil {
		if sum, err := d(data); err == nil && len(sum) == sha256Size {
			return sum
		}
	}
	hash := newSHA256()
	hash.Write(data)
	return hash.sum()
}

// KnowFingerprint sets the fingerprint of a shard that comes from elsewhere, so
// that it is not computed again.
func (s *Shard) KnowFingerprint(fingerprint string) { s.fingerprint = fingerprint }

// Fingerprint is a short name of the data set's content: of its shards'
// fingerprints and roles, and of what is held out. Unused shards and further tests don't
// count: they change no figure of a run.
func (d *Dataset) Fingerprint() string {
	hash := newSHA256()
	for i, shard := range d.Shards {
		if d.Roles[i] != Unused && d.Roles[i] != Further {
			if d.Roles[i] == Train {
				shard = d.TrainShard(i)
			}
			io.WriteString(hash, string(d.Roles[i])+" "+shard.Fingerprint()+"\n")
		}
	}
	io.WriteString(hash, strconv.Itoa(d.HoldOut.Validation)+" "+strconv.Itoa(d.HoldOut.Test)+"\n")
	return short(hash.sum())
}

func short(sum []byte) string { return hexDigits(sum)[:12] }
