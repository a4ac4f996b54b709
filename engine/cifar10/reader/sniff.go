package reader

import "io"

// sniff finds a file's form from its first bytes.
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
	n, _ := io.ReadFull(r, head) // a shorter file is fine
	return Detect(head[:n], file.Size)
}
