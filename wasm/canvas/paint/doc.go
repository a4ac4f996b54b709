// Package paint draws a scene's frame with Ebitengine. It decides nothing: the
// scene decides what is where. It needs no browser, so its pictures are tested
// natively.
package paint
