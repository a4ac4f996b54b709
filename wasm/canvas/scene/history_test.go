package scene

import (
	"testing"

	"onelayer/engine/protocol"
)

// TestRowsAreThePointsOfMessages: the trainer sends histories to the view as it does to
// the page. The package itself does not use engine/protocol, which would make it larger.
func TestRowsAreThePointsOfMessages(t *testing.T) {
	if rowLength != protocol.PointSize {
		t.Errorf("a row has %d figures, a point in a message %d", rowLength, protocol.PointSize)
	}
}
