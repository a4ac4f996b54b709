package cifar10test

import (
	"strings"
	"testing"

	"onelayer/engine/cifar10"
)

// Refused checks that a reader refused a wrong file with a message that begins with the
// file's name and gives the reason; what names the case.
func Refused(t *testing.T, what string, shard *cifar10.Shard, err error, file, says string) {
	t.Helper()
	if err == nil || shard != nil {
		t.Errorf("%s: got %v and error %v", what, shard, err)
		return
	}
	if !strings.Contains(err.Error(), says) || !strings.HasPrefix(err.Error(), file) {
		t.Errorf("%s: the message %q does not name the file and say %q", what, err, says)
	}
}
