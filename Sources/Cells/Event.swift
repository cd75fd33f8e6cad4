/// What comes in from outside, in the order in which it came.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, as one piece: hostile data with its line breaks as `\n`. Ignored outside text fields.
  case paste(String)
  /// The window has this size now.
  case resize(width: Int, height: Int)
  /// The local day has changed.
  case midnight
  /// Somebody called `wake()`: an effect has a result, or a watched file changed.
  case wake
  /// The terminal is gone; nothing can be shown any more.
  case hangup
  /// A signal asks the program to end.
  case terminate(signal: Int32)
}
