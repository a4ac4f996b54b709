package training

import (
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
)

// pieces assembles shards that arrive some images at a time, so that no message
// holds a whole shard.
type pieces struct {
	shard  *cifar10.Shard // the incoming one, or nil
	images int            // it will have in all

	hash    Hash     // may be nil
	digests *digests // of the incoming shard, nil if its fingerprint is known or left to the engine
}

// take adds a piece, whole records of the binary version. It returns the shard
// with the last piece, and nil before.
func (p *pieces) take(piece protocol.ShardPiece) (*cifar10.Shard, error) {
	if p.shard == nil {
		if err := p.begin(piece); err != nil {
			return nil, err
		}
	}
	shard := p.shard
	if n := shard.Len() + len(piece.Records)/cifar10.RecordSize; n > p.images {
		return nil, refusal.New("too-many-pieces", "{file} came with {images} images; {announced} were announced",
			refusal.Values{"file": shard.Name, "images": n, "announced": p.images})
	}
	if err := shard.AddRecords(piece.Records); err != nil {
		return nil, err
	}
	if p.digests != nil {
		p.digests.add(piece.Records)
	}
	if shard.Len() < p.images {
		return nil, nil
	}
	if p.digests != nil {
		shard.KnowFingerprint(p.digests.fingerprint())
	}
	shard.Fingerprint() // of one shard at a time, where it is left to the engine
	p.shard = nil
	return shard, shard.Validate()
}

// begin allocates the shard whose first piece arrived.
func (p *pieces) begin(piece protocol.ShardPiece) error {
	shard, err := cifar10.NewShard(piece.Name, piece.Images)
	if err != nil {
		return err
	}
	shard.Title, shard.Set, shard.Names = piece.Title, piece.Set, otherNames(piece.Classes)
	shard.KnowFingerprint(piece.Fingerprint)
	p.shard, p.images, p.digests = shard, piece.Images, nil
	if p.hash != nil && piece.Fingerprint == "" {
		p.digests = &digests{hash: p.hash}
	}
	return nil
}

// missing reports that a shard is incomplete.
func (p *pieces) missing() error {
	if p.shard == nil {
		return nil
	}
	return refusal.New(
		"shard-not-whole",
		"{file} did not come whole: {here} of its {images} images are here. Load it again",
		refusal.Values{"file": p.shard.Name, "here": p.shard.Len(), "images": p.images},
	)
}

// otherNames returns the classes' names, or nil for CIFAR-10's.
func otherNames(names []string) []string {
	if slices.Equal(names, cifar10.ClassNames[:]) {
		return nil
	}
	return names
}
