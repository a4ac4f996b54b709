package training

import "onelayer/engine/cifar10"

// Hash is a SHA-256 that is faster than the engine's, of texts of at most HashSize bytes.
type Hash interface {
	// Write adds bytes to the text.
	Write(bytes []uint8)
	// Sum starts the hash of the text, and begins another. The result waits for the hash.
	Sum() (wait func() ([]uint8, error))
}

// HashSize is the number of bytes that are hashed at once.
const HashSize = cifar10.DigestedAtOnce * cifar10.RecordSize

// digests are those of a shard, which are computed while its images arrive.
type digests struct {
	hash   Hash
	used   int                     // bytes in hash
	wait   func() ([]uint8, error) // for the digest that was started, or nil
	sums   [][]uint8
	failed bool
}

// add adds whole records.
func (d *digests) add(records []uint8) {
	for len(records) > 0 {
		n := min(HashSize-d.used, len(records))
		d.hash.Write(records[:n])
		if d.used += n; d.used == HashSize {
			d.next()
		}
		records = records[n:]
	}
}

// next starts the digest of what was added. One is computed at a time: each has a copy of its
// images.
func (d *digests) next() {
	d.finish()
	d.wait, d.used = d.hash.Sum(), 0
}

// finish waits for the digest that was started.
func (d *digests) finish() {
	if d.wait == nil {
		return
	}
	sum, err := d.wait()
	d.sums, d.failed, d.wait = append(d.sums, sum), d.failed || err != nil, nil
}

// fingerprint returns the shard's fingerprint, or nothing if the browser's hash failed: the
// engine then computes it.
func (d *digests) fingerprint() string {
	if d.used > 0 {
		d.next()
	}
	if d.finish(); d.failed {
		return ""
	}
	return cifar10.FingerprintOf(d.sums)
}
