//go:build js && wasm

package port

import "syscall/js"

// Page is the page whose iframe this program runs in.
type Page struct {
	window, parent js.Value
}

// ParentPage returns the page around this program's iframe.
func ParentPage() *Page {
	window := js.Global()
	return &Page{window: window, parent: window.Get("parent")}
}

// Post sends a message to the page, if it is of the same origin.
func (p *Page) Post(message map[string]any) {
	var out outgoing
	value := out.value(message)
	p.parent.Call("postMessage", value, p.window.Get("location").Get("origin"), out.transfer)
}

// Listen calls handle with every message of the page for the program's life. A
// port that came with a message is its field "port". handle must not block.
func (p *Page) Listen(handle func(map[string]any)) {
	p.window.Call("addEventListener", "message", js.FuncOf(func(_ js.Value, args []js.Value) any {
		event := args[0]
		if !event.Get("source").Equal(p.parent) {
			return nil
		}
		message, ok := fromJS(event.Get("data")).(map[string]any)
		if !ok {
			return nil
		}
		if ports := event.Get("ports"); ports.Length() > 0 {
			message["port"] = &MessagePort{target: ports.Index(0)}
		}
		handle(message)
		return nil
	}))
}

// OfferPicture lets the page get a picture synchronously, which printing
// requires: its window has drawSvg(width, height) for the program's life.
func (p *Page) OfferPicture(draw func(width, height float64) string) {
	p.window.Set("drawSvg", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return draw(args[0].Float(), args[1].Float())
	}))
}
