package protocol

import (
	"fmt"

	"onelayer/engine/cifar10"
)

// The commands about the data.
type (
	// Open takes shards from a port, as the loader and the page post them, and
	// answers with Data when all are in.
	Open struct{ Port any }
	// CancelOpen ends an Open; what was loaded before it stays. Open is refused
	// with the message, or with one that says that it was cancelled.
	CancelOpen struct{ Message string }
	// AssignRoles gives each shard a role, holds images out, and answers with Data.
	AssignRoles struct {
		Roles   []cifar10.Role // one for each shard, or none: the usual ones
		HoldOut cifar10.HoldOut
	}
	// Images answers with Count images of a shard, from image From on, as the
	// records of the binary version.
	Images struct{ Shard, From, Count int }
)

func (Open) isCommand()        {}
func (CancelOpen) isCommand()  {}
func (AssignRoles) isCommand() {}
func (Images) isCommand()      {}

// decodeDataCommand reads the commands about the data.
func decodeDataCommand(message map[string]any) (Command, error) {
	switch message["command"] {
	case "open":
		return Open{Port: message["port"]}, nil
	case "cancelOpen":
		return CancelOpen{Message: text(message, "message")}, nil
	case "assignRoles":
		return decodeRoles(message)
	case "images":
		shard, err := integer(message, "shard")
		if err != nil {
			return nil, err
		}
		from, err := integer(message, "from")
		if err != nil {
			return nil, err
		}
		count, err := integer(message, "count")
		return Images{Shard: shard, From: from, Count: count}, err
	default:
		return decodeLookCommand(message)
	}
}

func decodeRoles(message map[string]any) (Command, error) {
	list, _ := message["roles"].([]any)
	c := AssignRoles{Roles: make([]cifar10.Role, len(list))}
	for i, entry := range list {
		name, _ := entry.(string)
		role, err := DecodeRole(name)
		if err != nil {
			return nil, err
		}
		c.Roles[i] = role
	}
	holdOut, _ := message["holdOut"].(map[string]any)
	var err error
	c.HoldOut, err = DecodeHoldOut(holdOut)
	return c, err
}

// DecodeRole reads a role by its name on the page.
func DecodeRole(name string) (cifar10.Role, error) {
	switch role := cifar10.Role(name); role {
	case cifar10.Train, cifar10.Validation, cifar10.Test, cifar10.Unused:
		return role, nil
	}
	return "", fmt.Errorf("roles: expected train, validation, test or unused, not %q", name)
}

// DecodeHoldOut reads {validation, test}, numbers of images.
func DecodeHoldOut(object map[string]any) (h cifar10.HoldOut, err error) {
	if h.Validation, err = integer(object, "validation"); err != nil {
		return h, err
	}
	if h.Test, err = integer(object, "test"); err != nil {
		return h, err
	}
	if h.Validation < 0 || h.Test < 0 {
		return h, fmt.Errorf("holdOut: expected numbers of images")
	}
	return h, nil
}
