package report

// The objects of SARIF 2.1.0 that the report has, with the members that it uses. They are our own, since the libraries for SARIF
// keep a run in memory, and write members that ours has no use for.
type (
	sarifResult struct {
		RuleID    string            `json:"ruleId"`
		RuleIndex int               `json:"ruleIndex"`
		Level     string            `json:"level"`
		Message   sarifText         `json:"message"`
		Locations []sarifLocation   `json:"locations"`
		Related   []sarifLocation   `json:"relatedLocations,omitempty"`
		Prints    map[string]string `json:"partialFingerprints"`
		Fixes     []sarifFix        `json:"fixes,omitempty"`
	}

	// sarifFix is a change of one file that would mend a result.
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}

	sarifChange struct {
		Artifact     *sarifArtifact     `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}

	sarifReplacement struct {
		Deleted  *sarifRegion `json:"deletedRegion"`
		Inserted sarifText    `json:"insertedContent"`
	}

	sarifText struct {
		Text string `json:"text"`
	}

	sarifLocation struct {
		Physical *sarifPhysical `json:"physicalLocation,omitempty"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}

	sarifPhysical struct {
		Artifact *sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion   `json:"region,omitempty"`
	}

	sarifArtifact struct {
		URI         string     `json:"uri,omitempty"`
		Base        string     `json:"uriBaseId,omitempty"`
		Description *sarifText `json:"description,omitempty"`
	}

	// sarifRegion without an end goes to the end of its line.
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}

	// sarifLogical names a value by its JSON Pointer, that of the root included, which is empty.
	sarifLogical struct {
		Pointer string `json:"fullyQualifiedName"`
	}

	// sarifRun are the members of a run behind its results, and the end of the document.
	sarifRun struct {
		Tool        sarifTool                `json:"tool"`
		Bases       map[string]sarifArtifact `json:"originalUriBaseIds"`
		Invocations []sarifInvocation        `json:"invocations"`
	}

	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}

	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}

	sarifRule struct {
		ID            string             `json:"id"`
		Short         sarifText          `json:"shortDescription"`
		HelpURI       string             `json:"helpUri,omitempty"`
		Help          *sarifText         `json:"help,omitempty"`
		Configuration sarifConfiguration `json:"defaultConfiguration"`
	}

	sarifConfiguration struct {
		Level string `json:"level"`
	}

	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications"`
	}

	sarifDescriptor struct {
		ID string `json:"id"`
	}

	sarifNotification struct {
		Descriptor sarifDescriptor `json:"descriptor"`
		Level      string          `json:"level"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
	}
)
