import Ledger

/// Questions over every agreement of a book at one vantage, answered from pieces.
enum PortfolioModule {}
