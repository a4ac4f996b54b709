package session

import (
	"fmt"

	"onelayer/engine/cifar10"
)

// pieces puts shards together that come some images at a time, so that no shard is
// ever whole in a message as well.
type pieces struct {
	shard  *cifar10.Shard // that is coming in, or nil
	images int            // it will have
}

// take adds a piece, whole records of the binary version. It returns the shard
// with the last of them, and nil before.
func (p *pieces) take(message map[string]any) (*cifar10.Shard, error) {
	if p.shard == nil {
		if err := p.begin(message); err != nil {
			return nil, err
		}
	}
	shard := p.shard
	records, _ := message["records"].([]uint8)
	if n := shard.Len() + len(records)/cifar10.RecordSize; n > p.images {
		return nil, fmt.Errorf("%s came with %d images; %d were announced", shard.Name, n, p.images)
	}
	if err := shard.AddRecords(records); err != nil {
		return nil, err
	}
	if shard.Len() < p.images {
		return nil, nil
	}
	p.shard = nil
	return shard, shard.Validate()
}

// begin makes room for the shard that a piece is the first of.
func (p *pieces) begin(message map[string]any) error {
	name, _ := message["name"].(string)
	images, _ := message["images"].(float64)
	shard, err := cifar10.NewShard(name, int(images))
	if err != nil {
		return err
	}
	shard.Title, _ = message["title"].(string)
	fingerprint, _ := message["fingerprint"].(string)
	shard.KnowFingerprint(fingerprint)
	p.shard, p.images = shard, int(images)
	return nil
}

// missing reports that a shard has not come whole.
func (p *pieces) missing() error {
	if p.shard == nil {
		return nil
	}
	return fmt.Errorf("%s did not come whole: %d of its %d images are here. Load it again", p.shard.Name, p.shard.Len(), p.images)
}
