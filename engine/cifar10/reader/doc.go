// Package reader reads CIFAR-10 in every form that people have it in: the three
// published versions, archives of them, Hugging Face's parquet files, and folders
// of pictures. It stands apart from package cifar10 so that a program that only
// trains does not carry the readers of pictures and archives.
package reader
