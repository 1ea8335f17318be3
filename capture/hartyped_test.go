package capture_test

import (
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/generated/har"
)

// byHand makes an entry one that the schema refuses, for a comment is no number. It is read by hand then, and says the same.
func byHand(entry string) string {
	return strings.Replace(entry, "{", `{"comment":7,`, 1)
}

// readBothWays reads an entry by the generated type, if the schema has it so, and by hand.
func readBothWays(t *testing.T, entry string) {
	typed, errs := all(t, open(t, "a", harOf(entry)))
	loose, looseErrs := all(t, open(t, "a", harOf(byHand(entry))))
	if len(looseErrs) == 1 && strings.Contains(looseErrs[0].Error(), "found another number") {
		return // 200.0 is an integer by the schema
	}
	if diff := cmp.Diff(loose, typed, cmpopts.EquateEmpty(), cmp.Comparer(sameUser)); diff != "" {
		t.Errorf("%s: (-by hand +typed):\n%s", entry, diff)
	}
	if len(errs) != len(looseErrs) || len(errs) == 1 && errs[0].Error() != looseErrs[0].Error() {
		t.Errorf("%s: errors %v, by hand %v", entry, errs, looseErrs)
	}
}

func sameUser(x, y *url.Userinfo) bool { return x.String() == y.String() }

// What the generated type reads of an entry is what is read of it by hand.
func FuzzHAREntry(f *testing.F) {
	text, err := os.ReadFile("testdata/dialects.har")
	if err != nil {
		f.Fatal(err)
	}
	var dialects har.HAR
	if dialects.UnmarshalJSON([]byte(strings.NewReplacer(`"status": "200"`, `"status": 200`, `"-1"`, "-1").Replace(string(text)))) != nil {
		f.Fatal("the dialects are not as the schema has them")
	}
	for _, e := range dialects.Log.Entries {
		text, err := e.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add(`{"request":{"method":"GET","url":"/","headers":null,"bodySize":1e3,"postData":{"params":[{"name":"a"}]}},"response":{"status":20,"content":{"size":1.5}}}`)
	f.Add(`{"request":{"method":"GET","url":"/","headers":[{"name":"a","value":"\ud800"}]},"response":{"status":2e2},"x":{"a":1,"a":2}}`)
	f.Fuzz(func(t *testing.T, entry string) {
		if json.Valid([]byte(entry)) && strings.HasPrefix(entry, "{") && strings.Contains(entry, ":") {
			readBothWays(t, entry)
		}
	})
}

// An entry that the schema refuses costs nothing but itself, however many there are before or behind it.
func TestHARReadBothWays(t *testing.T) {
	entry := strings.TrimSuffix(strings.TrimPrefix(oneHAR, `{"log":{"entries":[`), "]}}")
	var list []string
	for i := range 50 {
		list = append(list, entry)
		if i%7 < 3 {
			list[i] = byHand(entry)
		}
	}
	exchanges, errs := all(t, open(t, "a", harOf(strings.Join(list, ","))))
	if len(exchanges) != 50 || len(errs) > 0 {
		t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
	}
	for i, x := range exchanges {
		if diff := cmp.Diff(exchanges[0], x, cmpopts.IgnoreFields(capture.Exchange{}, "Entry")); diff != "" || x.Entry != i+1 {
			t.Errorf("entry %d (-want +got):\n%s", x.Entry, diff)
		}
	}
}

// BenchmarkHAREntries reads the entries of a real recording over and over, by the generated type and by hand.
func BenchmarkHAREntries(b *testing.B) {
	text, err := os.ReadFile("../testdata/captures/connect_sessions.har")
	if err != nil {
		b.Fatal(err)
	}
	var recording struct {
		Log struct{ Entries []json.RawMessage }
	}
	if err := json.Unmarshal(text, &recording); err != nil {
		b.Fatal(err)
	}
	var typed, loose []string
	for range 200 {
		for _, e := range recording.Log.Entries {
			typed, loose = append(typed, string(e)), append(loose, byHand(string(e)))
		}
	}
	for name, entries := range map[string][]string{"typed": typed, "by hand": loose} {
		text := harOf(strings.Join(entries, ","))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				drain(text)
			}
		})
	}
}
