package protocol

import (
	"reflect"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol/wire"
)

// Loader is what the loader and the page say to each other.
var Loader = wire.Program{
	Name:     "loader",
	Commands: []wire.Exchange{{Read{}, nil}, {Answer{}, nil}, {DigestFile{}, FileDigest{}}},
	Events:   []any{LoadProgressed{}, RoomShort{}, Asked{}, Noted{}},
}

type (
	// Read reads files and sends their shards through a port, as ShardPieces and a
	// ShardsEnd.
	Read struct {
		Files []NamedFile
		Port  wire.Port
		Room  float64 `wire:"optional"` // bytes of pixels; 0 is no limit
	}
	// NamedFile is a file with its folders in its name.
	NamedFile struct {
		Name string
		File wire.Blob
	}
	// LoadProgressed says how far reading has come.
	LoadProgressed struct {
		File              string
		FileIndex, Files  int
		Bytes, TotalBytes int
		Images            int
		SecondsLeft       float64 // 0 = not known yet
	}
	// Asked is a question that the files alone don't answer: choose from Least to Most of the
	// options. Answer has their indices, or none if the visitor declines.
	Asked struct {
		Text        phrase.Text
		Options     []phrase.Text
		Least, Most int
	}
	Answer struct {
		Chosen []int `wire:"optional"`
	}
	// DigestFile hashes a file as it is, a piece at a time.
	DigestFile struct{ File wire.Blob }
	// FileDigest is what sha256sum prints for it, in 64 hex digits.
	FileDigest struct{ Sha256 string }
	// Noted says what was done to the images.
	Noted struct{ Message phrase.Text }
	// RoomShort warns that the files may hold more than there is room for.
	RoomShort struct{ Message phrase.Text }
)

// The messages that bring shards to the trainer, through the port of Open. Each piece is
// answered with a ShardReceived.
type (
	// ShardPiece is the next images of a shard, as records of the binary version.
	ShardPiece struct {
		Name        string
		Title       string   `wire:"optional"` // what the file calls itself
		Set         string   `wire:"optional"` // the further test split that it belongs to
		Classes     []string `wire:"optional"` // the names, where they are not CIFAR-10's
		Fingerprint string   `wire:"optional"` // if it is known
		Images      int      // of the whole shard
		Records     []uint8
		Provisional bool `wire:"optional"` // trained on until all are in, and then dropped
		Waits       bool `wire:"optional"` // not trained on before all have arrived
	}
	// ShardsEnd follows the last piece. It has the roles of the shards if the data were open
	// before.
	ShardsEnd struct {
		Done    bool            // true
		Errors  []phrase.Text   `wire:"optional"` // what could not be read
		Roles   ShardRoles      `wire:"optional"`
		HoldOut cifar10.HoldOut `wire:"optional"`

		Labels     []NamedLabels `wire:"optional"` // other labels of the training images
		LabelsUsed string        `wire:"optional"` // the set used for training
	}
	// NamedLabels are a set of labels, a byte each.
	NamedLabels struct {
		Name string
		Y    []uint8
	}
	// LabelsAlone are labels that came without images, and the message for when their images are
	// not there.
	LabelsAlone struct {
		Labels string // their name
		Y      []uint8
		Alone  phrase.Text
	}
	// ShardReceived asks for the next piece.
	ShardReceived struct{ Received bool }
)

// ShardRoles are roles by the shards' names.
type ShardRoles map[string]cifar10.Role

// Encode implements wire.Value.
func (roles ShardRoles) Encode() any {
	object := make(map[string]any, len(roles))
	for shard, role := range roles {
		object[shard] = string(role)
	}
	return object
}

// Decode reads what Encode wrote.
func (roles *ShardRoles) Decode(value any) error {
	object, _ := value.(map[string]any)
	*roles = make(ShardRoles, len(object))
	for shard, name := range object {
		var role cifar10.Role
		if err := wire.DecodeField("roles", name, reflect.ValueOf(&role).Elem()); err != nil {
			return err
		}
		(*roles)[shard] = role
	}
	return nil
}

// The messages by which a trainer shares its data with another one, through the port of
// ShareData and ReceiveData. Each shard is answered with a ShardReceived.
type (
	// SharedHeading comes first.
	SharedHeading struct {
		Name    phrase.Text
		Drawn   bool
		Shards  int // that follow
		HoldOut cifar10.HoldOut
	}
	// SharedShard is a whole shard.
	SharedShard struct {
		Name           string
		Role           cifar10.Role
		Set            string `wire:"optional"` // as in ShardPiece
		Pixels, Labels []uint8
		Classes        []string `wire:"optional"` // as in ShardPiece
		TrainLabels    []uint8  `wire:"optional"` // where other labels are used for training
	}
)

// ShardMessages are those of both ports.
var ShardMessages = []any{
	ShardPiece{}, LabelsAlone{}, ShardsEnd{}, ShardReceived{}, SharedHeading{}, SharedShard{},
	MeasurePoint{}, PointMeasured{},
}
