package protocol

import (
	"onelayer/engine/loss"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// Settings with a fixed set of values travel by the values' names.
func init() {
	wire.Number[loss.Kind](loss.Names)
	wire.Number[train.Optimizer](train.Optimizers)
	wire.Number[train.Schedule](train.Schedules)
	wire.Number[train.Initialization](train.Initializations)
}
