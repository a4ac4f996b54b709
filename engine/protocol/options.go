package protocol

import (
	"onelayer/engine/loss"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// The settings that are one of some go by their names.
func init() {
	wire.Number[loss.Kind](loss.Names)
	wire.Number[train.Optimizer](train.Optimizers)
	wire.Number[train.Schedule](train.Schedules)
	wire.Number[train.Initialization](train.Initializations)
}
