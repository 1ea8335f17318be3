package plain_test

import (
	"errors"
	"testing"

	"github.com/assaykit/assay/bench/plain"
)

const generated = `package p

import (
	"encoding/json"
	"time"

	"github.com/assaykit/assay/field"
)

type Root struct {
	ID     int64                 ` + "`json:\"id\"`" + `
	Tags   *[]Tag                ` + "`json:\"tags,omitempty\"`" + `
	Maybe  field.Maybe[string]   ` + "`json:\"maybe,omitzero\"`" + `
	Union  *Union                ` + "`json:\"union,omitempty\"`" + `
	Pair   Pair                  ` + "`json:\"pair\"`" + `
	Raw    *json.RawMessage      ` + "`json:\"raw,omitempty\"`" + `
	Parent *Root                 ` + "`json:\"parent,omitempty\"`" + `
	AdditionalProperties map[string]time.Time ` + "`json:\"-\"`" + `
	text   string
}

type Tag string

func (Tag) Valid() bool { return true }

type Union struct{ Value UnionValue }

type UnionValue interface{ isUnion() }

type Pair struct {
	Item0 string
	Item1 Unused
}

type Unused struct{}
`

const want = `package p

import "encoding/json"

type Root struct {
	ID     int64           ` + "`json:\"id\"`" + `
	Tags   []Tag           ` + "`json:\"tags,omitempty\"`" + `
	Maybe  *string         ` + "`json:\"maybe,omitempty\"`" + `
	Union  any             ` + "`json:\"union,omitempty\"`" + `
	Pair   any             ` + "`json:\"pair\"`" + `
	Raw    json.RawMessage ` + "`json:\"raw,omitempty\"`" + `
	Parent *Root           ` + "`json:\"parent,omitempty\"`" + `
}

type Tag string
`

func TestRewrite(t *testing.T) {
	got, err := plain.Rewrite([]byte(generated), "p", "Root")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("found\n%s\nwanted\n%s", got, want)
	}
}

func TestRewriteRefusesUnions(t *testing.T) {
	if _, err := plain.Rewrite([]byte(generated), "p", "Union"); !errors.Is(err, plain.ErrNotStruct) {
		t.Errorf("found %v, wanted %v", err, plain.ErrNotStruct)
	}
}
