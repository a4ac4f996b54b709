package cifar10

import (
	"io"
	"strconv"
)

const (
	// DigestedAtOnce is how many images have a digest of their own.
	DigestedAtOnce = 1000
	// recordsAtOnce are a whole number of SHA-256's blocks.
	recordsAtOnce = 64
)

// Fingerprint is a short name of the shard's content: the first 12 hex digits of
// the SHA-256 of the SHA-256s of its images in the binary version, a thousand at a
// time. It is the same for a shard in any form, and needs no second copy of the
// shard in memory. It is computed once; after that the images must not change.
func (s *Shard) Fingerprint() string {
	if s.fingerprint == "" {
		s.fingerprint = FingerprintOf(s.digests())
	}
	return s.fingerprint
}

// KnowFingerprint sets the fingerprint of a shard that comes from elsewhere, so
// that it is not computed again.
func (s *Shard) KnowFingerprint(text string) { s.fingerprint = text }

// FingerprintOf returns the fingerprint of a shard by the SHA-256s of its images,
// DigestedAtOnce at a time.
func FingerprintOf(digests [][]uint8) string {
	hash := newSHA256()
	for _, digest := range digests {
		hash.Write(digest)
	}
	return short(hash.sum())
}

// digests returns the SHA-256s of the images, DigestedAtOnce at a time; the last may be of
// fewer.
func (s *Shard) digests() [][]uint8 {
	var (
		all    [][]uint8
		memory [lanes][]uint8
	)
	for from := 0; from < s.Len(); from = len(all) * DigestedAtOnce {
		if parts := min((s.Len()-from)/DigestedAtOnce, lanes); parts > 1 {
			all = append(all, s.digestsOf(parts, from, &memory)...)
		} else { // one alone is as fast by itself
			all = append(all, s.digest(from, min(from+DigestedAtOnce, s.Len()), &memory[0]))
		}
	}
	return all
}

// digest returns the SHA-256 of the images from ≤ i < to. It needs memory.
func (s *Shard) digest(from, to int, memory *[]uint8) []uint8 {
	hash := newSHA256()
	for ; from < to; from += recordsAtOnce {
		*memory = s.AppendRecords((*memory)[:0], from, min(from+recordsAtOnce, to))
		hash.Write(*memory)
	}
	return hash.sum()
}

// digestsOf returns the SHA-256s of at most four times DigestedAtOnce images, computed side by
// side.
func (s *Shard) digestsOf(parts, from int, memory *[lanes][]uint8) [][]uint8 {
	hash := newSHA256Lanes()
	for at := 0; ; at += recordsAtOnce {
		end := min(at+recordsAtOnce, DigestedAtOnce)
		for lane := range memory {
			first := from + lane%parts*DigestedAtOnce
			memory[lane] = s.AppendRecords(memory[lane][:0], first+at, first+end)
		}
		if end == DigestedAtOnce {
			sums := hash.sums(memory)
			return sums[:parts]
		}
		hash.write(memory)
	}
}

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
