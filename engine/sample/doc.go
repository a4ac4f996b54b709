// Package sample draws the data set the page starts with: ten classes with
// CIFAR-10's names, in CIFAR-10's own shape, so that there is something to train
// on before anything is uploaded. It is drawn, not photographed, and is always
// labelled so.
//
// An image is a ground (sky, sea, road, meadow, room …), a figure made of
// ellipses, limbs and polygons placed on it in some pose, and finally the camera:
// light, colour cast, noise. Everything varies with the image's own random
// numbers, so the same seed draws the same images in any order.
//
// The classes share grounds and colours on purpose, and figures stand in about the
// same place: so a linear classifier has to learn the figure, not the ground, and
// after forty epochs of any setting its weights show it. Without regularization it
// memorizes the training images.
package sample
