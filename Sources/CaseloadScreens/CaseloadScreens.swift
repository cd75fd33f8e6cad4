// CaseloadScreens
