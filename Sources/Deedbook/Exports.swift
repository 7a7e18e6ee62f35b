// What an embedder needs, under one name: the book and its questions, what their answers are made of, and the errors.
// `package` declarations of these modules stay inside the package.
@_exported public import Amendments
@_exported public import Conflicts
@_exported public import Deadlines
@_exported public import EventStore
@_exported public import Ledger
@_exported public import Notation
@_exported public import Payments
@_exported public import Portfolio
@_exported public import Questions
@_exported public import SystemTime
@_exported public import Terms
@_exported public import Transparency
