import Ledger

/// Terms through time, drawn as SVG.
enum PicturesModule {}
