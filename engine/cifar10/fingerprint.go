package cifar10

import (
	"io"
	"strconv"
)

const (
	// digestedAtOnce is how many images have a digest of their own.
	digestedAtOnce = 1000
	// recordsAtOnce are a whole number of SHA-256's blocks.
	recordsAtOnce = 64
)

// Fingerprint is a short name of the shard's content: the first 12 hex digits of
// the SHA-256 of the SHA-256s of its images in the binary version, a thousand at a
// time. It is the same for a shard in any form, and needs no second copy of the
// shard in memory. It is computed once; after that the images must not change.
func (s *Shard) Fingerprint() string {
	if s.fingerprint.text == "" {
		s.fingerprint.end(s)
	}
	return s.fingerprint.text
}

// fingerprint is a shard's fingerprint, or what is known of it while images are added.
type fingerprint struct {
	text   string         // once it is known
	parts  *sha256        // of the digests so far
	from   int            // the first image that is in none of them
	four   *sha256Lanes   // of the next four parts
	at     int            // images of each of these that are in
	memory [lanes][]uint8 // for records
}

// follow digests images that have been added, in steps of lanes×recordsAtOnce.
func (f *fingerprint) follow(s *Shard, steps int) {
	for ; steps > 0 && f.text == "" && s.Len()-f.from >= lanes*digestedAtOnce; steps-- {
		f.step(s, lanes)
	}
}

// step digests the next images of as many parts, at most four, at once.
func (f *fingerprint) step(s *Shard, parts int) {
	if f.four == nil {
		f.begin()
	}
	n := min(recordsAtOnce, digestedAtOnce-f.at)
	var texts [lanes][]uint8
	for lane := range texts {
		first := f.from + lane%parts*digestedAtOnce + f.at
		texts[lane] = s.AppendRecords(f.memory[lane], first, first+n)
	}
	if f.at += n; f.at < digestedAtOnce {
		f.four.write(&texts)
		return
	}
	sums := f.four.sums(&texts)
	for _, sum := range sums[:parts] {
		f.parts.Write(sum)
	}
	f.from, f.four = f.from+parts*digestedAtOnce, nil
}

// begin begins four parts.
func (f *fingerprint) begin() {
	f.four, f.at = newSHA256Lanes(), 0
	if f.parts != nil {
		return
	}
	f.parts = newSHA256()
	for lane := range f.memory {
		f.memory[lane] = make([]uint8, 0, recordsAtOnce*RecordSize+2*sha256Block)
	}
}

// end digests what is left, and finds the fingerprint.
func (f *fingerprint) end(s *Shard) {
	for {
		parts := min((s.Len()-f.from)/digestedAtOnce, lanes)
		if parts < 2 {
			break // one alone is as fast by itself
		}
		f.step(s, parts)
	}
	if f.parts == nil {
		f.parts = newSHA256()
	}
	records := make([]uint8, 0, min(recordsAtOnce, s.Len())*RecordSize)
	for from := f.from; from < s.Len(); from += digestedAtOnce {
		part := newSHA256()
		to := min(from+digestedAtOnce, s.Len())
		for at := from; at < to; at += recordsAtOnce {
			part.Write(s.AppendRecords(records, at, min(at+recordsAtOnce, to)))
		}
		f.parts.Write(part.sum())
	}
	*f = fingerprint{text: short(f.parts.sum())}
}

// KnowFingerprint sets the fingerprint of a shard that comes from elsewhere, so
// that it is not computed again.
func (s *Shard) KnowFingerprint(text string) { s.fingerprint = fingerprint{text: text} }

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
