package contest

import (
	json1 "encoding/json"

	"github.com/bytedance/sonic"
	json2 "github.com/go-json-experiment/json"
	"github.com/goccy/go-json"
	"github.com/mailru/easyjson"
)

// Codecs are ways to read and write the type of a case, by the names of the contenders.
type Codecs struct {
	decode map[string]func(text []byte) error
	encode map[string]func(texts [][]byte) (encoder, error)
}

// encoder writes the value of a document, which was decoded before the clock runs.
type encoder func(i int) ([]byte, error)

// generatedType is what generated code gives every type.
type generatedType[T any] interface {
	*T
	UnmarshalJSON(text []byte) error
	MarshalJSON() ([]byte, error)
	AppendJSON(b []byte) ([]byte, error)
}

// easyType is what easyjson gives every type.
type easyType[T any] interface {
	*T
	easyjson.MarshalerUnmarshaler
}

// CodecsOf are those of a generated type G and of the plain P.
func CodecsOf[G, P any, GP generatedType[G], PP easyType[P]]() *Codecs {
	c := &Codecs{decode: map[string]func([]byte) error{}, encode: map[string]func([][]byte) (encoder, error){}}
	c.decode["generated"] = func(text []byte) error { return GP(new(G)).UnmarshalJSON(text) }
	c.decode["easyjson"] = func(text []byte) error { return easyjson.Unmarshal(text, PP(new(P))) }

	c.encode["generated"] = encode(GP.UnmarshalJSON, GP.MarshalJSON)
	var buffer []byte
	c.encode["generated-append"] = encode(GP.UnmarshalJSON, func(v GP) (b []byte, err error) {
		buffer, err = v.AppendJSON(buffer[:0])
		return buffer, err
	})
	c.encode["easyjson"] = encode(readPlain[P, PP], func(v PP) ([]byte, error) { return easyjson.Marshal(v) })

	for name, peer := range reflecting {
		c.decode[name] = func(text []byte) error { return peer.unmarshal(text, new(P)) }
		c.encode[name] = encode(readPlain[P, PP], func(v PP) ([]byte, error) { return peer.marshal(v) })
	}
	return c
}

// reflecting are the libraries that find out by reflection what a type looks like.
var reflecting = map[string]struct {
	unmarshal func(text []byte, v any) error
	marshal   func(v any) ([]byte, error)
}{
	"encoding-json": {json1.Unmarshal, json1.Marshal},
	"json-v2": {
		func(text []byte, v any) error { return json2.Unmarshal(text, v) },
		func(v any) ([]byte, error) { return json2.Marshal(v) },
	},
	"sonic": {sonic.Unmarshal, sonic.Marshal},
	"goccy": {json.Unmarshal, json.Marshal},
}

// readPlain fills a plain struct: all that encode those shall have the same values.
func readPlain[P any, PP easyType[P]](v PP, text []byte) error { return json1.Unmarshal(text, v) }

// encode decodes all documents and says how to encode them.
func encode[T any, PT interface{ *T }](read func(v PT, text []byte) error, write func(v PT) ([]byte, error)) func(texts [][]byte) (encoder, error) {
	return func(texts [][]byte) (encoder, error) {
		values := make([]T, len(texts))
		for i, text := range texts {
			if err := read(&values[i], text); err != nil {
				return nil, err
			}
		}
		return func(i int) ([]byte, error) { return write(&values[i]) }, nil
	}
}
