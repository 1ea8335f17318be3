//go:build goexperiment.jsonv2

package field

import "encoding/json/jsontext"

// MarshalTo writes the copy as encoding/json/v2 wants it.
func (v Copied) MarshalTo(e *jsontext.Encoder) error {
	c := coders.Get().(*Coder)
	defer c.release()
	v.write(c)
	if c.err != nil {
		return c.err
	}
	return e.WriteValue(c.b)
}

// UnmarshalFrom reads v as encoding/json/v2 wants it. Positions in errors count from the start of the value.
func (j *Codec) UnmarshalFrom(d *jsontext.Decoder, v any) error {
	text, err := d.ReadValue()
	if err != nil {
		return err
	}
	return j.Unmarshal(text, v)
}
