package protocol

import (
	"math"
	"reflect"

	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// Settings are some or all settings by their names on the page: the names in
// train.Hyperparameters with a lower-case first letter. What is absent stays as it
// is.
type Settings map[string]any

// Encode implements wire.Value.
func (s Settings) Encode() any { return map[string]any(s) }

// Decode reads an object; Apply looks at what is in it.
func (s *Settings) Decode(value any) error {
	*s, _ = value.(map[string]any)
	return nil
}

// SettingName is the name of a setting on the page.
type SettingName string

// SettingNames lists all settings.
func SettingNames() []string {
	var names []string
	for _, f := range hyperparameters {
		names = append(names, f.Name)
	}
	return names
}

var hyperparameters = wire.Fields(reflect.TypeFor[train.Hyperparameters]())

// Apply returns hp with the settings that s holds. A wrong type, a fraction for a
// whole number, a value out of its limits or an unknown name is a *refusal.Error
// that names its field.
func (s Settings) Apply(hp train.Hyperparameters) (train.Hyperparameters, error) {
	for name, value := range s {
		if err := set(&hp, name, value); err != nil {
			return hp, err
		}
	}
	return hp, hp.Validate()
}

func set(hp *train.Hyperparameters, name string, value any) error {
	for _, f := range hyperparameters {
		if f.Name != name {
			continue
		}
		if x, isNumber := value.(float64); isNumber && math.IsNaN(x) {
			return refusal.NotANumber(name)
		}
		return wire.DecodeField(name, value, reflect.ValueOf(hp).Elem().FieldByIndex(f.Index))
	}
	return refusal.NotOneOf(name, SettingNames()...)
}
