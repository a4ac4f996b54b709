package reader

import (
	"path"
	"slices"
	"strings"
)

// roleWords are what people call images and labels; without them the names of two
// arrays that belong together are the same.
var roleWords = []string{
	"x", "y", "data", "images", "image", "imgs", "img", "features", "inputs",
	"labels", "label", "targets", "target", "classes", "class", "outputs",
}

// residue is what is left of an array's name without the words for images and labels:
// "train" of x_train and y_train.
func residue(name string) string {
	fields := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	var kept []string
	for _, field := range fields {
		switch {
		case slices.Contains(roleWords, field):
		case field == "xtr", field == "ytr", field == "xtrain", field == "ytrain":
			kept = append(kept, "train")
		case field == "xte", field == "yte", field == "xtest", field == "ytest":
			kept = append(kept, "test")
		case field == "xval", field == "yval":
			kept = append(kept, "val")
		default:
			kept = append(kept, field)
		}
	}
	return strings.Join(kept, " ")
}

// partner returns the likely name of the labels' file beside a file of images, or
// the other way round.
func partner(name string) string {
	swaps := []string{
		"data",
		"labels",
		"images",
		"labels",
		"imgs",
		"labels",
		"x_",
		"y_",
		"X_",
		"y_",
		"labels",
		"data",
		"y_",
		"x_",
	}
	for i := 0; i < len(swaps); i += 2 {
		if strings.Contains(name, swaps[i]) {
			return strings.Replace(name, swaps[i], swaps[i+1], 1)
		}
	}
	return "labels.npy"
}

// stem is a file's name without its folders and its last extension.
func stem(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// corruptions are the files of CIFAR-10-C.
var corruptions = []string{
	"brightness", "contrast", "defocus_blur", "elastic_transform", "fog", "frost", "gaussian_blur", "gaussian_noise",
	"glass_blur", "impulse_noise", "jpeg_compression", "motion_blur", "pixelate", "saturate", "shot_noise", "snow",
	"spatter", "speckle_noise", "zoom_blur",
}

// setOf returns the further test split that a file belongs to by its name, if it is
// one of CIFAR-10's relatives that people test on.
func setOf(name string) string {
	lower := strings.ToLower(name)
	base := stem(lower)
	switch {
	case slices.Contains(corruptions, base):
		return strings.ReplaceAll(base, "_", " ")
	case strings.Contains(lower, "cifar10.1") || strings.Contains(lower, "cifar-10.1"):
		for _, version := range []string{"v4", "v6"} {
			if strings.Contains(lower, version) {
				return "CIFAR-10.1 " + version
			}
		}
		return "CIFAR-10.1"
	case strings.Contains(lower, "cinic"):
		for _, part := range []string{"train", "valid", "test"} {
			if strings.Contains("/"+base+"/", part) {
				return "CINIC-10 " + part
			}
		}
		return "CINIC-10"
	}
	return ""
}
