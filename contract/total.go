package contract

// Ratio is how many of some things were seen.
type Ratio struct{ Seen, All int }

// Percent is the ratio in percent, rounded down so that 100 is all of them; ok is false where there is none.
func (r Ratio) Percent() (percent int, ok bool) {
	if r.All == 0 {
		return 0, false
	}
	return r.Seen * 100 / r.All, true
}

func (r *Ratio) count(n int) {
	r.All++
	if n > 0 {
		r.Seen++
	}
}

func (r *Ratio) add(other Ratio) {
	r.Seen, r.All = r.Seen+other.Seen, r.All+other.All
}

// Totals are how much of a contract was seen. What a part has of members, branches and values counts once there is a body of it: before that
// it is the operation, or the status, that was not seen.
type Totals struct {
	Operations, Statuses, Parts, Members, Branches, Values Ratio
}

// Totals are those of all operations.
func (s *Summary) Totals() Totals {
	var t Totals
	for _, o := range s.Operations {
		t.add(o.Totals())
	}
	return t
}

func (t *Totals) add(other Totals) {
	t.Operations.add(other.Operations)
	t.Statuses.add(other.Statuses)
	t.Parts.add(other.Parts)
	t.Members.add(other.Members)
	t.Branches.add(other.Branches)
	t.Values.add(other.Values)
}

// Totals are those of an operation, which is the only one of them.
func (o *OperationSummary) Totals() Totals {
	var t Totals
	t.Operations.count(o.Exchanges)
	for _, n := range o.Documented {
		t.Statuses.count(n)
	}
	for _, side := range []Side{o.Accepted, o.Rejected} {
		for _, p := range side.Parts {
			t.add(p.Totals())
		}
	}
	return t
}

// Totals are those of a part, without operations and statuses.
func (p *PartCoverage) Totals() Totals {
	var t Totals
	t.Parts.count(p.Bodies)
	for _, s := range p.Schemas {
		for _, m := range s.Members {
			t.Members.count(m.Seen)
		}
		for _, n := range s.Branches {
			t.Branches.count(n)
		}
		for _, n := range s.Enum {
			t.Values.count(n)
		}
	}
	return t
}
