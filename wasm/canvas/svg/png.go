package svg

import (
	"encoding/base64"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"

	"onelayer/wasm/canvas/scene"
)

// dataURI returns a class's picture as a PNG in a data URI.
func dataURI(picture *scene.Picture, class int) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(encodePNG(picture, class))
}

// encodePNG writes a class's 32×32 picture as an RGB PNG whose pixels are stored
// uncompressed: weights hardly compress, so the view needs no compressor.
func encodePNG(picture *scene.Picture, class int) []byte {
	const side = scene.TileSide
	header := binary.BigEndian.AppendUint32(nil, side)
	header = binary.BigEndian.AppendUint32(header, side)
	header = append(header, 8, 2, 0, 0, 0) // bits per channel, RGB, and the only methods there are
	file := chunk([]byte("\x89PNG\r\n\x1a\n"), "IHDR", header)
	file = chunk(file, "IDAT", stored(scanlines(picture, class)))
	return chunk(file, "IEND", nil)
}

// scanlines returns the rows of a picture, each behind its filter's number, 0.
func scanlines(picture *scene.Picture, class int) []byte {
	var lines []byte
	for y := range scene.TileSide {
		lines = append(lines, 0)
		for x := range scene.TileSide {
			from := 4 * (y*scene.StripWidth + class*scene.TileSide + x)
			lines = append(lines, picture.Pixels[from:from+3]...)
		}
	}
	return lines
}

// stored wraps at most 65535 bytes as a zlib stream of one uncompressed block.
func stored(data []byte) []byte {
	stream := []byte{0x78, 0x01, 1} // zlib; the last block, stored
	stream = binary.LittleEndian.AppendUint16(stream, uint16(len(data)))
	stream = binary.LittleEndian.AppendUint16(stream, ^uint16(len(data)))
	stream = append(stream, data...)
	return binary.BigEndian.AppendUint32(stream, adler32.Checksum(data))
}

// chunk appends a PNG chunk: length, name, data and a checksum of the last two.
func chunk(file []byte, name string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	start := len(file)
	file = append(append(file, name...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[start:]))
}
