// CaseloadTerminal
