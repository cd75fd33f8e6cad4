// CaseloadCommand
