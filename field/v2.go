//go:build goexperiment.jsonv2

package field

import "encoding/json/jsontext"

// MarshalTo writes v as encoding/json/v2 wants it.
func (j *Codec[T]) MarshalTo(e *jsontext.Encoder, v *T) error {
	c := coders.Get().(*Coder)
	defer c.release()
	j.write(v, c)
	if c.err != nil {
		return c.err
	}
	return e.WriteValue(c.b)
}

// UnmarshalFrom reads v as encoding/json/v2 wants it. Positions in errors count from the start of the value.
func (j *Codec[T]) UnmarshalFrom(d *jsontext.Decoder, v *T) error {
	text, err := d.ReadValue()
	if err != nil {
		return err
	}
	return j.Unmarshal(text, v)
}
