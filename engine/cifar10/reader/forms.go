package reader

import (
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// mistake says what a file that cannot hold CIFAR-10 is, and what to do.
func mistake(name string, form Form) error {
	file := refusal.Values{"file": name}
	switch form {
	case Empty:
		return refusal.New(
			"form-empty",
			"{file} is empty. {advice}",
			refusal.Values{"file": name, "advice": cifar10.GetAgain},
		)
	case HTML:
		return refusal.New(
			"form-html",
			"{file} is a web page. The download link gave a page instead of the file: get it again",
			file,
		)
	case MAT73:
		return refusal.New(
			"form-mat73",
			"{file} is a MAT-file of version 7.3. Save it in MATLAB with save(…, '-v7')",
			file,
		)
	case IDX:
		return refusal.New(
			"form-idx",
			"{file} is in MNIST’s form (idx): grey pictures of digits, and not CIFAR-10",
			file,
		)
	case RAR:
		return refusal.New("form-rar", "{file} is a RAR archive. Unpack it, and choose the files in it", file)
	case LZ4:
		return refusal.New("form-lz4", "{file} is an lz4 file. Unpack it, and choose the files in it", file)
	case OtherPicture:
		return refusal.New(
			"form-other-picture",
			"{file} is a picture, but no PNG or JPEG. Save it as one of these, in folders with the classes’ names",
			file,
		)
	case PNG, JPEG:
		return refusal.New(
			"picture-alone",
			"{file} is a picture, and nothing tells its class. Pictures are expected in folders with the classes’ names",
			file,
		)
	case PDF:
		return refusal.New(
			"form-pdf",
			"{file} is a PDF document. CIFAR-10 is expected: data_batch_1 to data_batch_5 and test_batch, or a whole archive of them",
			file,
		)
	case PlainText:
		return refusal.New(
			"form-text",
			"{file} is text. CIFAR-10 is expected: data_batch_1 to data_batch_5 and test_batch, or a whole archive of them",
			file,
		)
	}
	if conversion, ok := conversions[form]; ok {
		return refusal.New(
			"form-convert",
			"{file} is in the form {form}, which is not read here. Three lines of Python convert it:\n{lines}",
			refusal.Values{"file": name, "form": string(form), "lines": fmt.Sprintf(conversion, name)},
		)
	}
	return refusal.New(
		"form-unknown",
		"{file} is no file that could hold CIFAR-10. Expected are data_batch_1 to data_batch_5 and test_batch, or a whole archive of them",
		file,
	)
}

// conversions are programs that turn forms no maintained Go library reads into NumPy's
// archives.
var conversions = map[Form]string{
	HDF5: `import h5py, numpy
f = h5py.File(%q)
numpy.savez("cifar10.npz", **{k: f[k][()] for k in f})`,
	TFRecord: `import tensorflow as tf, numpy
e = [tf.train.Example.FromString(r.numpy()).features.feature for r in tf.data.TFRecordDataset(%q)]
numpy.savez("cifar10.npz", x=[tf.io.decode_image(f["image"].bytes_list.value[0]).numpy() for f in e], ` +
		`y=[f["label"].int64_list.value[0] for f in e])`,
	Joblib: `import joblib, pickle
a = joblib.load(%q)
pickle.dump(a, open("cifar10.pkl", "wb"))`,
}
