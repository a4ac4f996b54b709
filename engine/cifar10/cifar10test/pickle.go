package cifar10test

import (
	"encoding/binary"
	"fmt"

	"onelayer/engine/cifar10"
)

// Pickle writes a shard in the Python version, operation for operation as the
// published files are: protocol 2, every string a byte string.
func Pickle(s *cifar10.Shard, title string) []byte {
	w := &pickleWriter{}
	w.add("\x80\x02}")
	w.put().add("(")
	w.text("batch_label").text(title)
	w.text("labels").add("]").put().add("(")
	for _, y := range s.Labels {
		w.add("K", string(rune(y)))
	}
	w.add("e")
	w.text("data").array(s)
	w.text("filenames").add("]").put().add("(")
	for i := range s.Labels {
		w.text(fmt.Sprintf("picture_s_%06d.png", i))
	}
	w.add("eu.")
	return w.file
}

// BatchesMeta writes a batches.meta of the Python version.
func BatchesMeta() []byte {
	w := &pickleWriter{}
	w.add("\x80\x02}")
	w.put().add("(")
	w.text("num_cases_per_batch").add("M\x10\x27")
	w.text("label_names").add("]").put().add("(")
	for _, name := range cifar10.ClassNames {
		w.text(name)
	}
	w.add("e")
	w.text("num_vis").add("M\x00\x0cu.")
	return w.file
}

// pickleWriter appends operations and numbers what it puts into the memo.
type pickleWriter struct {
	file []byte
	puts uint32
}

func (w *pickleWriter) add(parts ...string) *pickleWriter {
	for _, part := range parts {
		w.file = append(w.file, part...)
	}
	return w
}

// put writes BINPUT or LONG_BINPUT.
func (w *pickleWriter) put() *pickleWriter {
	if w.puts < 256 {
		w.file = append(w.file, 'q', byte(w.puts))
	} else {
		w.file = binary.LittleEndian.AppendUint32(append(w.file, 'r'), w.puts)
	}
	w.puts++
	return w
}

// text writes SHORT_BINSTRING and puts it into the memo.
func (w *pickleWriter) text(s string) *pickleWriter {
	w.file = append(w.file, 'U', byte(len(s)))
	w.add(s)
	return w.put()
}

// array writes the images as a NumPy array.
func (w *pickleWriter) array(s *cifar10.Shard) {
	w.add("cnumpy.core.multiarray\n_reconstruct\n")
	w.put().add("cnumpy\nndarray\n")
	w.put().add("K\x00\x85")
	w.put().text("b").add("\x87")
	w.put().add("R")
	w.put().add("(K\x01J")
	w.file = binary.LittleEndian.AppendUint32(w.file, uint32(s.Len()))
	w.add("M\x00\x0c\x86")
	w.put().add("cnumpy\ndtype\n")
	w.put().text("u1").add("K\x00K\x01\x87")
	w.put().add("R")
	w.put().add("(K\x03")
	w.text("|").add("NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00t")
	w.put().add("b\x89T")
	w.file = binary.LittleEndian.AppendUint32(w.file, uint32(len(s.Pixels)))
	w.file = append(w.file, s.Pixels...)
	w.put().add("t")
	w.put().add("b")
}
