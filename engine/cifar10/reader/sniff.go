package reader

import "io"

// sniff tells a file's form by its first bytes.
func sniff(file File) Form {
	if mayBePicture(file.Name) || file.hidden() {
		return Unknown // not worth opening
	}
	r, err := file.Open()
	if err != nil {
		return Unknown
	}
	defer r.Close()
	head := make([]byte, HeadSize)
	n, _ := io.ReadFull(r, head) // a shorter file is as good
	return Detect(head[:n], file.Size)
}
