package protocol

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol/wire"
)

// SplitName is a role that is a split.
type SplitName string

func init() {
	wire.Choose(cifar10.Train, cifar10.Validation, cifar10.Test, cifar10.Further, cifar10.Unused)
	wire.Choose(SplitName(cifar10.Train), SplitName(cifar10.Validation), SplitName(cifar10.Test))
}
