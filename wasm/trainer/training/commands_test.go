package training

import (
	"reflect"
	"testing"

	"onelayer/engine/protocol"
)

func TestEveryCommandHasItsHandler(t *testing.T) {
	for _, exchange := range protocol.Trainer.Commands {
		if command := reflect.TypeOf(exchange.Command()); handlers[command].do == nil {
			t.Errorf("nothing does %v", command)
		}
	}
	if len(handlers) != len(protocol.Trainer.Commands) {
		t.Errorf("%d handlers of %d commands", len(handlers), len(protocol.Trainer.Commands))
	}
}
