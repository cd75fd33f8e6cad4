extension Field {
  /// Whether it is entered, or waived, by itself. The fields of the status and of the plan are not: each of the two is
  /// entered whole, by rules of its own (`StatusChange`, `Plan`). A pause without its return day, or a status that "does
  /// not help", would say what nothing else of the record bears out.
  public var isEnteredAlone: Bool { !StatusChange.fields.contains(id) && !Plan.fields.contains(id) }
}
