extension Filter {
  /// The filter as text, normalised, in English ids; reading it again gives the same filter.
  public func printed(_ catalogue: Catalogue = .standard) -> String { "" }
}
