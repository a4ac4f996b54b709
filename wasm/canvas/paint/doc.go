// Package paint draws a scene's frame with Ebitengine. It decides nothing: what
// stands where is the scene's. It needs no browser, so its pictures are tested
// natively.
package paint
