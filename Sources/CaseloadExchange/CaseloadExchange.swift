// CaseloadExchange
