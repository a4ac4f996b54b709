package cifar10test

import (
	"strings"
	"testing"

	"onelayer/engine/cifar10"
)

// Refused holds what a reader returned of a wrong file to a message that begins with the
// file's name and says why; what is the case.
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
