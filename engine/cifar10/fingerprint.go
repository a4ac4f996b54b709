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
	tail   *tail          // what is left after as many parts at a time
}

// tail is the digests of a shard's last parts, which are too few to be computed at a time:
// each follows its images as they are added.
type tail struct {
	first int       // image of the tail
	at    int       // the first image that is not in
	part  *sha256   // the one that at belongs to
	sums  [][]uint8 // of the parts before

	records []uint8 // memory
}

// follow digests images that have been added, in steps of lanes×recordsAtOnce, and those of
// the tail of the shard, which has room for all that will come.
func (f *fingerprint) follow(s *Shard, steps int) {
	if f.text != "" {
		return
	}
	const all = lanes * digestedAtOnce
	if f.tail == nil {
		f.tail = newTail(cap(s.Labels) / all * all)
	}
	for ; steps > 0 && f.from < f.tail.first && s.Len()-f.from >= all; steps-- {
		f.step(s, lanes)
	}
	f.tail.follow(s)
}

func newTail(first int) *tail { return &tail{first: first, at: first, part: newSHA256()} }

// follow digests the images of the tail that have been added.
func (t *tail) follow(s *Shard) {
	for t.at < s.Len() {
		end := t.at - (t.at-t.first)%digestedAtOnce + digestedAtOnce // of the part
		to := min(t.at+recordsAtOnce, end, s.Len())
		t.records = s.AppendRecords(t.records[:0], t.at, to)
		t.part.Write(t.records)
		if t.at = to; t.at == end {
			t.sums, t.part = append(t.sums, t.part.sum()), newSHA256()
		}
	}
}

// end returns the digests of all parts; the last may be shorter.
func (t *tail) end() [][]uint8 {
	if (t.at-t.first)%digestedAtOnce > 0 {
		t.sums = append(t.sums, t.part.sum())
	}
	return t.sums
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
	if f.tail == nil || s.Len() < f.tail.first { // nothing followed, or fewer images came than were announced
		whole := s.Len() / digestedAtOnce
		if whole%lanes == 1 {
			whole-- // one alone is as fast by itself
		}
		*f = fingerprint{tail: newTail(whole * digestedAtOnce)}
	}
	for f.from < f.tail.first {
		f.step(s, min((f.tail.first-f.from)/digestedAtOnce, lanes))
	}
	f.tail.follow(s)
	if f.parts == nil {
		f.parts = newSHA256()
	}
	for _, sum := range f.tail.end() {
		f.parts.Write(sum)
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
